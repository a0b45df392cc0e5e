package io.shopkeeper.ml.diversity;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.neighbour.ScoredItems;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/**
 * How a list is made to vary: more candidates than places are ranked, and a list is chosen of them.
 * The same candidates always give the same list. Written {@code mmr:0.3} or {@code dpp:0.3}; {@code
 * off} for the order of the scores.
 *
 * @param method which
 * @param amount how much variety counts, 0 (the order of the scores) to 1 (nothing else); of {@link
 *     Method#MMR} it is 1 − λ, of {@link Method#DPP} 1 − θ
 */
public record Diversification(Method method, double amount) {

  /** The list in the order of the scores. */
  public static final Diversification OFF = new Diversification(Method.MMR, 0);

  private static final String OPTION = "diversify";
  private static final int FEWEST = 50;
  private static final int TIMES = 5;

  /** The ways to choose. */
  public enum Method {
    /** Maximal marginal relevance: each is held against the one that is most like it. */
    MMR,
    /** A determinantal point process: each is held against all of them together. */
    DPP;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Diversification {
    if (method == null) {
      throw new WrongOptionException(OPTION, "is missing");
    }
    WrongOptionException.unlessWithin(OPTION, amount, 0, 1);
  }

  /**
   * Reads how it is written.
   *
   * @throws WrongOptionException of the option {@code diversify}
   */
  public static Diversification parse(String text) {
    if (text.equals("off")) {
      return OFF;
    }
    String[] parts = text.split(":", -1);
    Optional<Method> method =
        Arrays.stream(Method.values()).filter(one -> one.word().equals(parts[0])).findFirst();
    if (parts.length != 2 || method.isEmpty() || !parts[1].matches("[01]|[01]?\\.\\d{1,9}")) {
      throw new WrongOptionException(
          OPTION, "must be off, mmr:AMOUNT or dpp:AMOUNT with AMOUNT from 0 to 1, but is " + text);
    }
    return new Diversification(method.get(), Double.parseDouble(parts[1]));
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return amount == 0 ? "off" : method.word() + ":" + amount;
  }

  /** How many candidates a list of n is chosen of. */
  public int candidates(int n) {
    return amount == 0 ? n : Math.max(FEWEST, TIMES * n);
  }

  /**
   * Chooses a list. Scores are brought to 0 (the last candidate's) to 1 (the first one's), so that
   * an amount means about the same with every algorithm.
   *
   * @param candidates best first, with finite scores
   * @param n at most so many
   * @param likeness of two candidates by their places, 0 to 1
   * @return the items in the order of the list, with their own scores: these need not descend
   */
  public ScoredItems choose(ScoredItems candidates, int n, Likeness likeness) {
    int length = Math.min(n, candidates.size());
    if (amount == 0 || length == 0) {
      return places(candidates, order(length));
    }
    float[] scores = scaled(candidates.scores());
    int[] chosen =
        switch (method) {
          case MMR -> MaximalMarginalRelevance.choose(scores, likeness, length, 1 - amount);
          case DPP -> DeterminantalPointProcess.choose(scores, likeness, length, 1 - amount);
        };
    return places(candidates, filled(chosen, length));
  }

  private static float[] scaled(float[] scores) {
    float most = scores[0];
    float least = scores[scores.length - 1];
    float[] scaled = new float[scores.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = most > least ? (scores[i] - least) / (most - least) : 1;
    }
    return scaled;
  }

  /** A list that ended early, with the best of the others behind it. */
  private static int[] filled(int[] chosen, int length) {
    if (chosen.length == length) {
      return chosen;
    }
    int[] all = Arrays.copyOf(chosen, length);
    var taken = new BitSet();
    Arrays.stream(chosen).forEach(taken::set);
    for (int place = chosen.length; place < length; place++) {
      all[place] = taken.nextClearBit(0);
      taken.set(all[place]);
    }
    return all;
  }

  private static int[] order(int length) {
    int[] order = new int[length];
    Arrays.setAll(order, place -> place);
    return order;
  }

  private static ScoredItems places(ScoredItems candidates, int[] places) {
    int[] items = new int[places.length];
    float[] scores = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      items[i] = candidates.items()[places[i]];
      scores[i] = candidates.scores()[places[i]];
    }
    return new ScoredItems(items, scores);
  }
}
