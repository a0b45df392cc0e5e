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
  private final List<Rulebook.Capping> caps;
  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final TreeMap<Integer, Candidate> pinned = new TreeMap<>();
  private final List<Candidate> others = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  Lineup(int n, Rulebook rules) {
    this.n = n;
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
    if (missing() <= 0 || taken.contains(candidate.productId())) {
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

  /** The list; every candidate in it knows its place. */
  List<Candidate> list() {
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
