package io.shopkeeper.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the result.
 *
 * @param bench which work
 * @param input on what
 * @param backend that computed ours
 * @param ours median, in the unit
 * @param oursMemory megabytes beside the input; 0 if not measured
 * @param peer whom we compare with; empty for none
 * @param peerValue median, in the unit; NaN for none
 * @param peerMemory megabytes beside the input; 0 if not measured
 * @param unit such as s; smaller is better, except GFLOP/s
 * @param runs of each
 */
record Row(
    String bench,
    String input,
    String backend,
    double ours,
    double oursMemory,
    String peer,
    double peerValue,
    double peerMemory,
    String unit,
    int runs) {

  /** Above 1: ours is better. */
  double ratio() {
    return unit.contains("/s") ? ours / peerValue : peerValue / ours;
  }

  boolean paired() {
    return !Double.isNaN(peerValue);
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("bench", bench);
    json.put("case", input);
    json.put("backend", backend);
    json.put("ours", ours);
    json.put("oursMemoryMb", oursMemory);
    if (paired()) {
      json.put("peer", peer);
      json.put("peerValue", peerValue);
      json.put("peerMemoryMb", peerMemory);
      json.put("ratio", ratio());
    }
    json.put("unit", unit);
    json.put("runs", runs);
    return json;
  }
}
