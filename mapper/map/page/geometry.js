// Decodes the lines that the page's data carries (Google's encoded polyline, three decimals).

function decodeLine(text) {
  const points = [];
  let at = 0;
  let lat = 0;
  let lon = 0;
  function next() {
    let bits = 0;
    let shift = 0;
    let chunk;
    do {
      chunk = text.charCodeAt(at) - 63;
      at += 1;
      bits |= (chunk & 0x1f) << shift;
      shift += 5;
    } while (chunk >= 0x20);
    return bits & 1 ? ~(bits >> 1) : bits >> 1;
  }
  while (at < text.length) {
    lat += next();
    lon += next();
    points.push([lat / 1000, lon / 1000]);
  }
  return points;
}
