"""What control words of rich text mean: characters written, groups left out, encodings of fonts and files."""

WRITTEN = {
    "par": "\n", "sect": "\n\n", "page": "\n\n", "line": "\n", "row": "\n", "nestrow": "\n", "tab": " ", "cell": " | ",
    "nestcell": " | ", "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
_LEFT_OUT = """
fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf fldinst
themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator xmlnstbl mmathpr
revtbl annotation atnid atnauthor bkmkstart bkmkend nonshppict shppict filetbl pntext comment private tc xe
"""
LEFT_OUT = frozenset(_LEFT_OUT.split())
CODEPAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437",
}  # fmt: skip
