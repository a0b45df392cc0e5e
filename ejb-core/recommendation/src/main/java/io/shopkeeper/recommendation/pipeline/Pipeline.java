package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.ml.diversity.Diversification;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.recommendation.boundary.recipe.Rank;
import io.shopkeeper.recommendation.boundary.recipe.Recipe;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Sources → blend → ranking → rules → diversification → fallback. The same sources always give the
 * same list; ties go to the lower product id. Made for one answer.
 */
public final class Pipeline {

  /** How many candidates a source is asked for at least. */
  private static final int FEWEST = 50;

  /** The same where another order than the sources' decides. */
  private static final int FEWEST_RANKED = 100;

  private static final int TIMES = 3;
  private static final Comparator<Candidate> BEST =
      Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::productId);

  /** A model may give several the same probability: then the sources decide. */
  private static final Comparator<Candidate> MOST_PROBABLE =
      Comparator.comparingDouble(Candidate::score)
          .thenComparingDouble(Candidate::blended)
          .reversed()
          .thenComparing(Candidate::productId);

  private final Recipe recipe;
  private final Rulebook rules;
  private final Diversification variety;
  private final Function<SourceShare, Source> sources;
  private final Shelf shelf;
  private final Scorer scorer;

  /** For one answer that is ranked as the sources blend it. */
  public Pipeline(
      Recipe recipe,
      Rulebook rules,
      Diversification variety,
      Function<SourceShare, Source> sources,
      Shelf shelf) {
    this(recipe, rules, variety, sources, shelf, Scorer.BLENDED);
  }

  /**
   * For one answer.
   *
   * @param rules those of the recipe
   * @param variety that holds
   * @param sources what proposes
   * @param scorer ranks what they propose
   */
  public Pipeline(
      Recipe recipe,
      Rulebook rules,
      Diversification variety,
      Function<SourceShare, Source> sources,
      Shelf shelf,
      Scorer scorer) {
    this.recipe = recipe;
    this.rules = rules;
    this.variety = variety;
    this.sources = sources;
    this.shelf = shelf;
    this.scorer = scorer;
  }

  /** Answers; nothing is left to chance. */
  public Outcome run(Ask ask) {
    return run(ask, Exploration.NONE);
  }

  /** Answers, and says how likely the list was. */
  public Outcome run(Ask ask, Exploration exploration) {
    var admission = new Admission(shelf, rules, ask);
    Map<String, Candidate> candidates = blend(ask, admission);
    List<Candidate> ranked = rank(candidates, ask);
    var lineup = new Lineup(ask.n(), exploration.spare(ask.n()), rules);
    pin(lineup, candidates, admission);
    List<Candidate> buried = new ArrayList<>();
    vary(withoutBuried(ranked, buried, ask), ask.n()).forEach(lineup::offer);
    fillUp(lineup, candidates, buried, ask, admission);
    buried.forEach(lineup::offerLast);
    Lineup.Dealt dealt = lineup.deal(exploration);
    return new Outcome(dealt.list(), candidates, admission, dealt.chances());
  }

  private int depth(int n) {
    int fewest = recipe.rank() == Rank.PURCHASE ? FEWEST_RANKED : FEWEST;
    return Math.max(Math.max(fewest, TIMES * n), variety.candidates(n));
  }

  private Map<String, Candidate> blend(Ask ask, Admission admission) {
    var blend = new Blend(recipe.merge());
    for (SourceShare share : recipe.sources()) {
      blend.add(share, sources.apply(share).propose(ask, depth(ask.n()), admission));
    }
    return blend.candidates();
  }

  private List<Candidate> rank(Map<String, Candidate> candidates, Ask ask) {
    List<Candidate> ranked = new ArrayList<>(candidates.values());
    scorer.score(ranked);
    ranked.forEach(candidate -> rules.weigh(candidate, ask.now()));
    ranked.sort(recipe.rank() == Rank.PURCHASE ? MOST_PROBABLE : BEST);
    for (int i = 0; i < ranked.size(); i++) {
      ranked.get(i).rank(i + 1);
    }
    return ranked;
  }

  private void pin(Lineup lineup, Map<String, Candidate> candidates, Admission admission) {
    for (Rulebook.Pinning pinning : rules.pins()) {
      Article article = shelf.get(pinning.pin().product());
      if (article != null && admission.test(article)) {
        Candidate candidate =
            candidates.computeIfAbsent(article.id(), id -> new Candidate(article));
        lineup.pin(candidate, pinning.pin().place(), pinning.rule());
      }
    }
  }

  private List<Candidate> withoutBuried(List<Candidate> ranked, List<Candidate> buried, Ask ask) {
    List<Candidate> others = new ArrayList<>(ranked.size());
    for (Candidate candidate : ranked) {
      (isBuried(candidate, ask) ? buried : others).add(candidate);
    }
    return others;
  }

  private boolean isBuried(Candidate candidate, Ask ask) {
    int rule = rules.burying(candidate.article(), ask.now());
    if (rule >= 0 && candidate.fate() != Candidate.Fate.PINNED) {
      candidate.meet(Candidate.Fate.BURIED, rule);
    }
    return rule >= 0;
  }

  /** The best made to vary, and behind them the others in their order. */
  private List<Candidate> vary(List<Candidate> ranked, int n) {
    int most = Math.min(ranked.size(), variety.candidates(n));
    if (variety.amount() == 0 || most == 0) {
      return ranked;
    }
    int[] places = new int[most];
    Arrays.setAll(places, place -> place);
    float[] scores = new float[most];
    for (int i = 0; i < most; i++) {
      scores[i] = (float) ranked.get(i).score();
    }
    List<String> ids = ranked.subList(0, most).stream().map(Candidate::productId).toList();
    ScoredItems chosen = variety.choose(new ScoredItems(places, scores), n, shelf.likeness(ids));
    var order = new LinkedHashSet<Candidate>();
    for (int place : chosen.items()) {
      order.add(ranked.get(place));
    }
    order.addAll(ranked);
    return List.copyOf(order);
  }

  private void fillUp(
      Lineup lineup,
      Map<String, Candidate> candidates,
      List<Candidate> buried,
      Ask ask,
      Admission admission) {
    for (SourceKind kind : recipe.fallback()) {
      if (lineup.missing() <= 0) {
        return;
      }
      Proposals proposals =
          sources
              .apply(SourceShare.of(kind, 1))
              .propose(
                  ask,
                  depth(ask.n()),
                  article -> !lineup.has(article.id()) && admission.test(article));
      for (Candidate candidate : added(candidates, kind, proposals)) {
        if (isBuried(candidate, ask)) {
          buried.add(candidate);
        } else {
          lineup.offer(candidate);
        }
      }
    }
  }

  /** Those that no source of the blend proposed. */
  private List<Candidate> added(
      Map<String, Candidate> candidates, SourceKind kind, Proposals proposals) {
    Map<String, Candidate> fresh = new LinkedHashMap<>();
    for (int i = 0; i < proposals.size(); i++) {
      Article article = proposals.articles()[i];
      if (!candidates.containsKey(article.id())) {
        var candidate = new Candidate(article);
        candidate.add(new Candidate.Share(kind, i + 1, proposals.scores()[i], 0, proposals));
        fresh.put(article.id(), candidate);
      }
    }
    candidates.putAll(fresh);
    return List.copyOf(fresh.values());
  }
}
