import { readFileSync, writeFileSync } from "node:fs";
import { compile } from "sass";

const css = compile("site.scss", { style: "compressed", loadPaths: ["node_modules"], quietDeps: true, silenceDeprecations: ["import", "global-builtin", "color-functions"] }).css;
writeFileSync("../wwwroot/css/site.css", css);

const names = readFileSync("icons.txt", "utf8").split(/\s+/).filter(Boolean).sort();
const symbols = names.map((name) => {
  const svg = readFileSync(`node_modules/bootstrap-icons/icons/${name}.svg`, "utf8");
  const shapes = svg.replace(/^[^>]*>/, "").replace("</svg>", "").replace(/\s*\n\s*/g, "");
  return `<symbol id="${name}" viewBox="0 0 16 16">${shapes}</symbol>`;
});
writeFileSync("../wwwroot/img/icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`);
console.log(`site.css ${css.length} bytes, ${names.length} icons`);
