/* Two pictures side by side, as cells of so many points: which cells are apart, and a sheet to look at. */
const drawn = async (bytes, type) => {
  const image = new Image();
  image.src = `data:${type};base64,${bytes}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  return pen.getImageData(0, 0, image.width, image.height);
};
const encoded = async (canvas, type) => {
  const blob = await canvas.convertToBlob({ type, quality: 1 });  // of 1 it loses nothing
  let text = "";
  for (const one of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(one);
  return btoa(text);
};
/* A picture of one point a cell: what the cell is on average. */
const reduced = (full, size) => {
  const wide = Math.ceil(full.width / size), high = Math.ceil(full.height / size);
  const sums = new Float64Array(wide * high * 3), counts = new Uint32Array(wide * high);
  for (let y = 0, at = 0; y < full.height; y++) {
    for (let x = 0; x < full.width; x++, at += 4) {
      const cell = Math.floor(y / size) * wide + Math.floor(x / size);
      counts[cell]++;
      for (let c = 0; c < 3; c++) sums[cell * 3 + c] += full.data[at + c];
    }
  }
  const small = new ImageData(wide, high);
  for (let cell = 0; cell < counts.length; cell++) {
    for (let c = 0; c < 3; c++) small.data[cell * 4 + c] = sums[cell * 3 + c] / counts[cell];
    small.data[cell * 4 + 3] = 255;
  }
  return small;
};
/* Each cell with its neighbours, so that a letter a hair aside is the same letter. */
const smoothed = ({ width, height, data }) => {
  const out = new Float64Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) {
        let sum = 0, count = 0;
        for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
          for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++, count++) {
            sum += data[(v * width + u) * 4 + c];
          }
        }
        out[(y * width + x) * 3 + c] = sum / count;
      }
    }
  }
  return out;
};
const canvasOf = (picture) => {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d").putImageData(picture, 0, 0);
  return canvas;
};
/* How much darker or lighter what stands on the ground has become, on average: letters moved by a hair
   come to nothing. The ground is the shade most cells have. */
const tinted = (before, a, b, wide, high) => {
  const times = new Map(), sums = [0, 0, 0];
  let ground = 0, count = 0;
  for (let cell = 0; cell < before.width * before.height; cell++) {
    const shade = before.data[cell * 4 + 1];
    times.set(shade, (times.get(shade) || 0) + 1);
    if (times.get(shade) > (times.get(ground) || 0)) ground = shade;
  }
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const [i, j] = [(y * before.width + x) * 3, (y * b.width + x) * 3];
      if (Math.abs(a[i + 1] - ground) < 6) continue;
      count++;
      for (let c = 0; c < 3; c++) sums[c] += b.cells[j + c] - a[i + c];
    }
  }
  return count ? Math.max(...sums.map((sum) => Math.abs(sum / count))) : 0;
};
/* How it was accepted, how it is now, and now with a frame round what is apart. */
const sheet = (before, now, apart, size) => {
  const [wide, high] = [now.width, Math.max(now.height, before.height * size)];
  const canvas = new OffscreenCanvas(wide * 3 + 40, high), pen = canvas.getContext("2d");
  pen.fillStyle = "#888";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(canvasOf(before), 0, 0, before.width * size, before.height * size);
  for (const at of [wide + 20, 2 * wide + 40]) pen.drawImage(canvasOf(now), at, 0);
  pen.fillStyle = "#e0007a55";
  for (const [x, y] of apart) pen.fillRect(2 * wide + 40 + x * size, y * size, size, size);
  return canvas;
};
window.reduce = async (png, size) =>
  encoded(canvasOf(reduced(await drawn(png, "image/png"), size)), "image/webp");
window.compare = async (accepted, png, { size, most }) => {
  const full = await drawn(png, "image/png"), now = reduced(full, size);
  const before = await drawn(accepted, "image/webp");
  const [a, b] = [smoothed(before), smoothed(now)];
  const wide = Math.min(before.width, now.width), high = Math.min(before.height, now.height);
  const apart = [];
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      let differs = 0;
      for (let c = 0; c < 3; c++) {
        differs = Math.max(differs, Math.abs(a[(y * before.width + x) * 3 + c] - b[(y * now.width + x) * 3 + c]));
      }
      if (differs > most) apart.push([x, y]);
    }
  }
  const longer = Math.abs(before.height - now.height) + Math.abs(before.width - now.width);
  return {
    apart: apart.length, first: apart[0], longer,
    tinted: tinted(before, a, { width: now.width, cells: b }, wide, high),
    sheet: await encoded(sheet(before, full, apart, size), "image/png"),
  };
};
