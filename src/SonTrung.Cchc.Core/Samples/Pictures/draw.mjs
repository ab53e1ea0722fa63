// Draws the pictures of the samples: nobody's photographs, each marked "Dữ liệu mẫu".
// npm install playwright-core && node draw.mjs   (CHROMIUM names the browser, /usr/bin/chromium by default)
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const person = (x, y, colour, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><circle cy="-44" r="15" fill="#d9a77c"/><path d="M-24 30c0-38 10-54 24-54s24 16 24 54z" fill="${colour}"/></g>`;
const crowd = (y, count, size) => Array.from({ length: count }, (_, i) =>
  person(90 + (i * 780) / (count - 1), y + (i % 2) * 10, ['#3f6b57', '#8c2f28', '#44546e', '#a8772c', '#6d5a7a'][i % 5], size)).join('');
const banner = (x, y, width, height, first, second = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#9d2a24"/><text x="${x + width / 2}" y="${y + height * (second ? 0.42 : 0.64)}" fill="#ffe9a8" font-size="${height * (second ? 0.26 : 0.4)}" text-anchor="middle" font-weight="700">${first}</text>`
  + `<text x="${x + width / 2}" y="${y + height * 0.8}" fill="#fff4d6" font-size="${height * 0.24}" text-anchor="middle">${second}</text>`;
const code = (x, y, cell) => Array.from({ length: 81 }, (_, i) => ((i * 7919) % 13 < 6
  ? `<rect x="${x + (i % 9) * cell}" y="${y + Math.floor(i / 9) * cell}" width="${cell}" height="${cell}" fill="#222"/>` : '')).join('');
const outside = '<rect width="960" height="640" fill="#cfe3ee"/><circle cx="800" cy="110" r="52" fill="#fbe7ad"/><path d="M0 360 200 240 380 350 600 220 960 370V640H0z" fill="#9dbfa4"/><rect y="470" width="960" height="170" fill="#b9c48f"/>';
const inside = '<rect width="960" height="640" fill="#efe6d8"/><rect y="470" width="960" height="170" fill="#c9b49a"/>';

const pictures = {
  'loa-truyen-thanh': `${outside}<rect x="470" y="150" width="18" height="400" fill="#6b6f73"/><g fill="#d8d2c4" stroke="#7b776c" stroke-width="6"><path d="M470 190 330 130v130z"/><path d="M488 190 628 130v130z"/><path d="M470 300 360 260v90z"/></g>
    <g fill="none" stroke="#9d2a24" stroke-width="8"><path d="M300 150q-34 44 0 90M262 130q-52 66 0 132"/><path d="M658 150q34 44 0 90M696 130q52 66 0 132"/></g>${person(200, 560, '#44546e', 1.2)}${person(760, 560, '#8c2f28', 1.2)}`,
  'hoi-truong': `${inside}${banner(130, 60, 700, 130, 'HỘI NGHỊ CẢI CÁCH HÀNH CHÍNH', 'UBND xã Hương Sơn')}<rect x="330" y="290" width="300" height="110" fill="#7a4a2b"/>${person(480, 300, '#2e4057', 1.3)}${crowd(520, 9, 1.2)}${crowd(600, 8, 1.5)}`,
  'nha-van-hoa': `${outside}<path d="M180 270 480 150l300 120z" fill="#9d4a34"/><rect x="220" y="270" width="520" height="210" fill="#f3e3b6"/>${banner(300, 285, 360, 56, 'NHÀ VĂN HÓA THÔN')}<rect x="430" y="360" width="100" height="120" fill="#70492d"/><rect x="260" y="370" width="110" height="70" fill="#89b3c7"/><rect x="590" y="370" width="110" height="70" fill="#89b3c7"/>${crowd(590, 8, 1.3)}`,
  pano: `${outside}<rect x="240" y="330" width="16" height="240" fill="#6b6f73"/><rect x="704" y="330" width="16" height="240" fill="#6b6f73"/>${banner(80, 130, 800, 200, 'NỘP HỒ SƠ TRỰC TUYẾN', 'Nhanh hơn, không phải đi lại')}`,
  'to-gap': `<rect width="960" height="640" fill="#8a6a4c"/><g transform="rotate(-6 340 320)"><rect x="170" y="90" width="330" height="460" fill="#fffdf6"/><rect x="170" y="90" width="330" height="80" fill="#9d2a24"/><text x="335" y="142" fill="#fff" font-size="30" font-weight="700" text-anchor="middle">NỘP HỒ SƠ</text>${code(254, 220, 18)}<g fill="#b9b3a5"><rect x="205" y="420" width="260" height="12"/><rect x="205" y="450" width="220" height="12"/><rect x="205" y="480" width="240" height="12"/></g></g>
    <g transform="rotate(8 660 330)"><rect x="530" y="120" width="300" height="420" fill="#f7f1e2"/><g fill="#b9b3a5"><rect x="565" y="170" width="220" height="14"/><rect x="565" y="205" width="180" height="14"/></g><g fill="#3f6b57"><circle cx="590" cy="290" r="20"/><circle cx="590" cy="360" r="20"/><circle cx="590" cy="430" r="20"/></g><g fill="#cfc7b5"><rect x="630" y="282" width="160" height="14"/><rect x="630" y="352" width="160" height="14"/><rect x="630" y="422" width="160" height="14"/></g></g>`,
  'ban-huong-dan': `${inside}${banner(210, 50, 540, 90, 'HƯỚNG DẪN DỊCH VỤ CÔNG')}<rect x="180" y="400" width="600" height="30" fill="#7a4a2b"/><rect x="210" y="430" width="24" height="140" fill="#5f391f"/><rect x="726" y="430" width="24" height="140" fill="#5f391f"/><rect x="420" y="310" width="140" height="90" rx="6" fill="#33383d"/><rect x="432" y="322" width="116" height="66" fill="#9cc3d8"/>${person(330, 350, '#2e4057', 1.6)}${person(650, 350, '#8c2f28', 1.6)}${person(120, 560, '#3f6b57', 1.5)}${person(850, 560, '#a8772c', 1.5)}`,
  'phieu-khao-sat': `<rect width="960" height="640" fill="#c8b79c"/><rect x="260" y="50" width="440" height="560" fill="#fffdf6"/><text x="480" y="115" font-size="30" font-weight="700" text-anchor="middle" fill="#333">PHIẾU KHẢO SÁT</text>${[170, 250, 330, 410, 490].map((y, i) => `<rect x="300" y="${y}" width="${300 - i * 20}" height="12" fill="#b9b3a5"/><g fill="none" stroke="#555" stroke-width="4"><rect x="300" y="${y + 26}" width="26" height="26"/><rect x="420" y="${y + 26}" width="26" height="26"/></g><path d="M${i === 3 ? 424 : 304} ${y + 38}l8 10 14-22" fill="none" stroke="#9d2a24" stroke-width="6"/>`).join('')}<path d="m690 560 120-200 26 16-120 200-34 20z" fill="#44546e"/>`,
  'man-hinh': `${inside}<rect x="150" y="80" width="660" height="380" rx="14" fill="#2b2f33"/><rect x="172" y="102" width="616" height="336" fill="#245a7d"/><text x="480" y="240" fill="#fff" font-size="46" font-weight="700" text-anchor="middle">CUỘC THI TÌM HIỂU CCHC</text><text x="480" y="310" fill="#ffe9a8" font-size="34" text-anchor="middle">Chuyển đổi số quốc gia 10/10</text><rect x="440" y="460" width="80" height="50" fill="#44484c"/><rect x="360" y="508" width="240" height="20" fill="#44484c"/>${crowd(610, 7, 1.3)}`,
  'mot-cua': `${inside}${banner(110, 50, 740, 78, 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG')}<rect x="90" y="360" width="780" height="130" fill="#8a5a36"/><rect x="90" y="350" width="780" height="18" fill="#6d4426"/>${person(250, 340, '#2e4057', 1.5)}${person(480, 340, '#3f6b57', 1.5)}${person(710, 340, '#2e4057', 1.5)}<g fill="#fffdf6"><rect x="330" y="250" width="70" height="80"/><rect x="560" y="250" width="70" height="80"/></g>${person(360, 600, '#8c2f28', 1.7)}${person(620, 600, '#a8772c', 1.7)}`,
};

const mark = '<g transform="translate(948 628)"><rect x="-214" y="-50" width="214" height="50" rx="6" fill="#fff" fill-opacity=".88"/><text x="-107" y="-16" font-size="28" text-anchor="middle" fill="#9d2a24" font-weight="700">Dữ liệu mẫu</text></g>';
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const [name, scene] of Object.entries(pictures)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640" viewBox="0 0 960 640" font-family="'Liberation Sans', Arial, sans-serif">${scene}${mark}</svg>`;
  for (const [suffix, width, height] of [['', 960, 640], ['-nho', 240, 160]]) {
    const data = await page.evaluate(async ([source, w, h]) => {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [w, h];
      canvas.getContext('2d').drawImage(image, 0, 0, w, h);
      return canvas.toDataURL('image/webp', 0.8);
    }, [svg, width, height]);
    writeFileSync(`${name}${suffix}.webp`, Buffer.from(data.split(',')[1], 'base64'));
  }
}

await browser.close();
