// Turns the world to where the map is cut, and decodes the lines that the page's data carries (Google's encoded polyline, three decimals).

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

// West of this the world is drawn once round further east, for incidents on both sides of the
// antimeridian; -180 where nothing is turned.
const SEAM = DATA.view.seam;

const turned = (lon) => (lon < SEAM ? lon + 360 : lon);

/** The longitude as reports and files have it, between -180 and 180. */
function toldLon(lon) {
  return lon > 180 ? Number((lon - 360).toFixed(5)) : lon;
}

/** A line or ring as it lies on the map; it is turned as a whole, by its middle. */
function turnedLine(points, by = turnOf(points)) {
  return by === 0 ? points : points.map(([lat, lon]) => [lat, lon + by]);
}

function turnOf(points) {
  if (SEAM === -180) return 0;
  const lons = points.map(([, lon]) => lon);
  return lons.reduce((sum, lon) => sum + lon, 0) / lons.length < SEAM ? 360 : 0;
}

if (SEAM !== -180) {
  for (const one of DATA.incidents) if (one.lon !== undefined) one.lon = turned(one.lon);
  const { countries, regions, towns } = DATA.basemap;
  for (const named of [countries, regions, towns].flat()) named[2] = turned(named[2]);
}
