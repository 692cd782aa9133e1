/** The panel lives in a shadow root: its style stays inside, and the app's stays outside. */
export const panelStyle = `
:host { all: initial; position: fixed; right: 12px; bottom: 12px; z-index: 2000; }
@media (max-width: 599px) { :host { bottom: 68px; } }
* { box-sizing: border-box; font: 13px/1.4 system-ui, sans-serif; }
aside { display: flex; flex-direction: column; align-items: flex-end; gap: 8px; }
form {
  display: grid; gap: 10px; width: min(320px, calc(100vw - 24px)); max-height: calc(100vh - 80px); overflow: auto;
  padding: 14px; border: 1px solid #3d4653; border-radius: 10px; background: #1d232c; color: #f2f4f7;
  box-shadow: 0 8px 28px rgb(0 0 0 / 35%);
}
label { display: grid; gap: 3px; }
label > span { color: #b9c1cd; }
p { margin: 0; color: #b9c1cd; }
output:empty { display: none; }
output { color: #ffd479; }
.actions { display: grid; gap: 6px; }
select, button, a {
  min-height: 32px; width: 100%; padding: 4px 10px; border: 1px solid #717b8a; border-radius: 6px;
  background: #2a323d; color: #f2f4f7; text-align: left; text-decoration: none; cursor: pointer;
}
a { display: flex; align-items: center; }
button:disabled { opacity: .55; cursor: default; }
button:hover:enabled, a:hover, select:hover { background: #364150; }
:focus-visible { outline: 2px solid #8fb0ff; outline-offset: 2px; }
.toggle { width: auto; max-width: calc(100vw - 24px); border-radius: 16px; padding: 4px 14px; text-align: center; opacity: .85; }
.toggle[data-changed="true"] { background: #ffd479; border-color: #ffd479; color: #14181f; opacity: 1; }
.toggle[data-changed="true"]:hover { background: #ffe1a1; }
`
