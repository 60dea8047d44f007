"""What the tests in the browser read beside news."""

# An article that tries to be more than text. The words around its markup make claims, figures and dates of it.
HOSTILE = """\
<script>window.broken = 1</script> Says <b>Nothing</b> </style></title>

"><img src=x onerror="window.broken = 2"> said on Monday that 12 <i>soldiers</i> were killed & 3 &lt;wounded&gt;.

“</mark></a></p><script>window.broken = 3</script>” said Ana \u202eRuiz and\u2066 O'Hara "Bo" <Holm>. Tom Holm denied the
\u0000\u001b[2J\u007fclaim\u2069 on javascript:alert(4) Tuesday, an <svg/onload=window.broken=5> spokesman said.

<!-- --> {{ 7 * 7 }} ]]> said: &#0;&#x202e;<textarea><plaintext>.
"""
