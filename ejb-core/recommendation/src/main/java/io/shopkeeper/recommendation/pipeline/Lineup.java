package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.recommendation.boundary.recipe.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives places: pins have theirs, all others come in the order in which they are offered, as long
 * as the caps let them. For one answer.
 */
final class Lineup {

  private final int n;
  private final int spare;
  private final List<Rulebook.Capping> caps;
  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final TreeMap<Integer, Candidate> pinned = new TreeMap<>();
  private final List<Candidate> others = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * For a list.
   *
   * @param n places
   * @param spare so many more are taken in, who may get a place by chance
   */
  Lineup(int n, int spare, Rulebook rules) {
    this.n = n;
    this.spare = spare;
    this.caps = rules.caps();
    caps.forEach(cap -> counts.add(new HashMap<>()));
  }

  /** Gives a product its place, or the next one that is free; to be called before all others. */
  void pin(Candidate candidate, int place, int rule) {
    int free = place;
    while (pinned.containsKey(free)) {
      free++;
    }
    if (free <= n && taken.add(candidate.productId())) {
      pinned.put(free, candidate);
      candidate.meet(Candidate.Fate.PINNED, rule);
      count(candidate);
    }
  }

  /** How many more there is room for. */
  int missing() {
    return n - pinned.size() - others.size();
  }

  /** Whether a product has a place already. */
  boolean has(String productId) {
    return taken.contains(productId);
  }

  /** Takes a product in, unless there is no room, it is in already, or a cap speaks against it. */
  void offer(Candidate candidate) {
    if (missing() + spare <= 0 || taken.contains(candidate.productId())) {
      return;
    }
    int full = full(candidate);
    if (full >= 0) {
      candidate.meet(Candidate.Fate.CAPPED, full);
      return;
    }
    taken.add(candidate.productId());
    count(candidate);
    others.add(candidate);
  }

  private int full(Candidate candidate) {
    for (int i = 0; i < caps.size(); i++) {
      String trait = trait(caps.get(i).cap(), candidate.article());
      if (!trait.isEmpty() && counts.get(i).getOrDefault(trait, 0) >= caps.get(i).cap().most()) {
        return caps.get(i).rule();
      }
    }
    return -1;
  }

  private void count(Candidate candidate) {
    for (int i = 0; i < caps.size(); i++) {
      counts.get(i).merge(trait(caps.get(i).cap(), candidate.article()), 1, Integer::sum);
    }
  }

  private static String trait(Rule.Cap cap, Article article) {
    return switch (cap.trait()) {
      case BRAND -> article.brand();
      case CATEGORY -> article.categoryPath();
    };
  }

  /** Takes a product in where places are left; it never gets one by chance. */
  void offerLast(Candidate candidate) {
    if (missing() > 0) {
      offer(candidate);
    }
  }

  /** The list, partly by chance, and how likely it was. */
  record Dealt(List<Candidate> list, Chances chances) {}

  /** The list; every candidate in it knows its place. */
  Dealt deal(Exploration exploration) {
    List<Candidate> inOrder = List.copyOf(others);
    if (exploration.deals()) {
      List<Candidate> dealt = exploration.dealt(inOrder);
      others.clear();
      others.addAll(dealt);
    }
    List<Candidate> list = list();
    return new Dealt(
        list, exploration.share() == 0 ? Chances.NONE : chances(exploration, list, inOrder));
  }

  private static Chances chances(
      Exploration exploration, List<Candidate> list, List<Candidate> inOrder) {
    List<Double> propensities = new ArrayList<>();
    int next = 0;
    for (Candidate shown : list) {
      propensities.add(
          shown.fate() == Candidate.Fate.PINNED
              ? 1
              : exploration.propensity(inOrder.get(next++) == shown, inOrder.size()));
    }
    return new Chances(
        propensities,
        inOrder.stream().filter(each -> !list.contains(each)).map(Candidate::productId).toList());
  }

  private List<Candidate> list() {
    List<Candidate> list = new ArrayList<>();
    int next = 0;
    for (int place = 1; place <= n; place++) {
      Candidate here = pinned.remove(place);
      if (here == null) {
        // Where the others have run out, the pins behind them move up.
        here =
            next < others.size()
                ? others.get(next++)
                : pinned.isEmpty() ? null : pinned.pollFirstEntry().getValue();
      }
      if (here == null) {
        return list;
      }
      list.add(here);
      here.show(list.size());
    }
    return list;
  }
}
