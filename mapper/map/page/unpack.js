// Turns the tables of the data block back into records.

function unpack({ n, columns }) {
  const records = Array.from({ length: n }, () => ({}));
  for (const [key, column] of Object.entries(columns)) {
    if (key === "__proto__") continue;
    const [values, numbers] = column.coded || [column.plain, null];
    for (let i = 0; i < n; i += 1) {
      const value = numbers === null ? values[i] : numbers[i] === 0 ? null : values[numbers[i] - 1];
      if (value !== null) records[i][key] = value;
    }
  }
  return records;
}

/** Records in the order of the file; the sources stand one after the other, `from` says where each begins. */
function unpackAll(data) {
  const sources = unpack(data.sources);
  data.articles = unpack(data.articles);
  data.incidents = unpack(data.incidents);
  let from = 0;
  data.incidents.forEach((incident, i) => {
    incident.sources = sources.slice(from, from + data.sourceCounts[i]);
    from += data.sourceCounts[i];
  });
  data.sources = null;
  return data;
}
