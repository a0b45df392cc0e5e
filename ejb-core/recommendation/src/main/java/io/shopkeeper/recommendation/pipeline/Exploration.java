package io.shopkeeper.recommendation.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Deals a share of the answers by chance, so that the log can tell what other lists would have
 * brought: with that share the places are dealt among the best candidates, each as likely at each
 * place (ε-greedy over lists). Whoever asks again within some hours gets what was dealt before,
 * since all chance comes of the seed.
 *
 * @param share of the answers, 0 to 0.2
 * @param seed of who asks, where and about when
 */
public record Exploration(double share, long seed) {

  /** Nothing is left to chance. */
  public static final Exploration NONE = new Exploration(0, 0);

  private static final long HOURS = 4 * 3_600_000L;
  private static final int FEWEST_SPARE = 3;
  private static final double UNIT = 0x1.0p-53;

  /**
   * Of one answer.
   *
   * @param unit as whom the visitor is counted
   * @param at milliseconds since 1970
   */
  public static Exploration of(double share, String unit, String placement, long at) {
    return share <= 0
        ? NONE
        : new Exploration(share, hash(period(unit, at), unit + "\n" + placement));
  }

  /** The hours in which a visitor gets the same; they change at another time for each visitor. */
  public static long period(String unit, long at) {
    return Math.floorDiv(at + Math.floorMod(hash(0, unit), HOURS), HOURS);
  }

  /** How many candidates behind the last place take part. */
  int spare(int n) {
    return share == 0 ? 0 : Math.max(FEWEST_SPARE, n / 2);
  }

  /** Whether this answer is one of those that are dealt. */
  boolean deals() {
    return share > 0 && (hash(seed, "dealt") >>> 11) * UNIT < share;
  }

  /** Those in the order of their lots. */
  List<Candidate> dealt(List<Candidate> candidates) {
    Map<String, Long> lots = new HashMap<>();
    candidates.forEach(
        candidate -> lots.put(candidate.productId(), hash(seed, candidate.productId())));
    List<Candidate> dealt = new ArrayList<>(candidates);
    dealt.sort(Comparator.comparing(candidate -> lots.get(candidate.productId())));
    return dealt;
  }

  /**
   * How likely one of several candidates is to get a place, if it is first in line for it or not.
   */
  double propensity(boolean first, int candidates) {
    return share / candidates + (first ? 1 - share : 0);
  }

  /** FNV-1a over the bytes, and the finish of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
  private static long hash(long seed, String text) {
    long hash = 0xcbf29ce484222325L ^ mixed(seed);
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
    }
    return mixed(hash);
  }

  private static long mixed(long value) {
    long mixed = value + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
