"""What all that shows itself as HTML shares: escaped texts, and a style that follows the theme of its page.

No scripts and no requests. Where a page strips style sheets (a notebook that is not trusted, a site made to be sent
to others), what is left reads in order; colours that carry a meaning stand in the elements themselves.
"""

from __future__ import annotations

import html

from analysis.masked import NO_MATH, strip_turns
from analysis.public.shown import public_text

# JupyterLab's variables first, then those of VS Code, then the reader's own preference
STYLE = """
.fr{--ink0:#1b1f24;--soft0:#57606a;--line0:#d0d7de;--paper0:#ffffff;--band0:#f6f8fa}
@media (prefers-color-scheme:dark){.fr{--ink0:#e6edf3;--soft0:#9da7b1;--line0:#3d444d;--paper0:#0d1117;--band0:#161b22}}
.fr{--ink:var(--jp-content-font-color1,var(--vscode-editor-foreground,var(--ink0)));
--soft:var(--jp-content-font-color2,var(--vscode-descriptionForeground,var(--soft0)));
--line:var(--jp-border-color2,var(--vscode-panel-border,var(--line0)));
--paper:var(--jp-layout-color1,var(--vscode-editor-background,var(--paper0)));
--band:var(--jp-layout-color2,var(--vscode-sideBar-background,var(--band0)));
color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.8em 1em;
max-width:62em;margin:.3em 0;font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;
box-sizing:border-box;text-align:left;overflow-wrap:anywhere}
.fr *{box-sizing:border-box}
.fr .fr-title{font-size:1.2em;font-weight:650;margin:0 0 .15em}
.fr .fr-lead{color:var(--soft);margin:0 0 .5em}
.fr .fr-note{color:var(--soft);font-size:.9em;margin:.5em 0 0}
.fr .fr-head{font-weight:650;margin:.8em 0 .25em}
.fr dl.fr-facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15em .9em;margin:.4em 0;padding:0}
.fr dl.fr-facts dt{color:var(--soft);font-weight:400;margin:0;padding:0;float:none;width:auto}
.fr dl.fr-facts dd{margin:0;padding:0}
.fr img.fr-bars{display:block;max-width:100%;height:4.2em;margin:.2em 0 0}
.fr .fr-ends{display:flex;justify-content:space-between;max-width:100%;color:var(--soft)}
.fr .fr-ends span{font-size:.85em}
.fr .fr-scroll{overflow-x:auto;max-width:100%}
.fr table.fr-rows{border-collapse:collapse;width:auto;max-width:100%;margin:.2em 0;font-size:.93em;color:var(--ink);
table-layout:auto;border:0}
.fr table.fr-rows th,.fr table.fr-rows td{text-align:left;vertical-align:top;padding:.22em .9em .22em 0;
border:0;border-bottom:1px solid var(--line);background:none;white-space:normal;max-width:36em;overflow-wrap:break-word}
.fr table.fr-rows th{color:var(--soft);font-weight:400;background:none}
.fr table.fr-rows td.fr-n,.fr table.fr-rows th.fr-n{text-align:right;font-variant-numeric:tabular-nums;
white-space:nowrap}
.fr table.fr-rows tr{background:none}
.fr code{background:var(--band);color:var(--ink);padding:.05em .3em;border-radius:3px;font-size:.92em}
@media (max-width:600px){.fr{padding:.7em;font-size:15px}
.fr dl.fr-facts{grid-template-columns:minmax(0,1fr);gap:0}.fr dl.fr-facts dd{margin:0 0 .4em}
.fr table.fr-rows .fr-wide{display:none}}
""".replace("\n", "")


def markup_of(value: object) -> str:
    """Write any value as text of HTML: markup in it is shown, never obeyed; marks that turn the page are left out."""
    return html.escape(strip_turns(str(value)), quote=True)


def render_box(content: str, style: str = "", kind: str = "card") -> str:
    """Put content (HTML whose texts are escaped) into the box that follows its page's theme.

    style: rules beyond those that all share. Where a site holds no texts, these are shortened here (analysis.public).
    """
    return public_text(f'<style>{STYLE}{style}</style><div class="fr fr-{kind} {NO_MATH}">{content}</div>', markup=True)
