package io.shopkeeper.fraud.backtest;

import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.fraud.model.FraudModel;
import io.shopkeeper.fraud.rules.ListBook;
import io.shopkeeper.fraud.rules.PaymentFacts;
import io.shopkeeper.fraud.rules.Rule;
import io.shopkeeper.fraud.rules.RuleBook;
import io.shopkeeper.fraud.training.OddLimit;
import io.shopkeeper.fraud.training.PaymentWalk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges payments of the past by a candidate, by what is published and by both. Snoozes do not
 * count: they are for a while.
 */
final class PastJudge {

  private static final int KNOWN_DAYS = PaymentFeatures.place("customer.known_days");
  private static final ScoreThresholds NEVER = new ScoreThresholds(101, 101, 101);

  private final Judge alone;
  private final Judge published;
  private final Judge together;
  private final Optional<FraudModel> model;

  /** Rules and thresholds that judge together. */
  private record Judge(RuleBook rules, ScoreThresholds thresholds, OddLimit odd) {

    Outcome byRules(PaymentFacts facts) {
      return rules.asked(facts);
    }

    Outcome of(PaymentFacts facts, Optional<Said> said) {
      return byRules(facts).and(said.map(this::of).orElse(Outcome.ALLOW));
    }

    private Outcome of(Said said) {
      return thresholds.outcome(said.score()).and(odd.outcome(said.anomaly()));
    }
  }

  /** What the live model says. */
  private record Said(double score, double anomaly) {}

  /**
   * What judges now.
   *
   * @param live the rules that decide
   * @param model the live one; empty without one
   * @param odd from which oddness on a person looks
   */
  record Now(
      List<Rule> live,
      ListBook lists,
      Optional<FraudModel> model,
      ScoreThresholds thresholds,
      OddLimit odd) {

    private RuleBook book(List<Rule> rules) {
      return new RuleBook(rules, lists, List.of());
    }
  }

  private PastJudge(Judge alone, Judge together, Now now) {
    this.alone = alone;
    this.published = new Judge(now.book(now.live()), now.thresholds(), now.odd());
    this.together = together;
    this.model = now.model();
  }

  /** Of a rule, which stands for the published one with its id. */
  static PastJudge ofRule(Rule rule, Now now) {
    List<Rule> both =
        Stream.concat(
                now.live().stream().filter(each -> !each.id().equals(rule.id())), Stream.of(rule))
            .toList();
    return new PastJudge(
        new Judge(now.book(List.of(rule)), NEVER, OddLimit.NONE),
        new Judge(now.book(both), now.thresholds(), now.odd()),
        now);
  }

  /** Of a threshold of the live model. */
  static PastJudge ofThreshold(long percent, Outcome outcome, Now now) {
    return new PastJudge(
        new Judge(RuleBook.EMPTY, NEVER.with(outcome, percent), OddLimit.NONE),
        new Judge(now.book(now.live()), now.thresholds().with(outcome, percent), now.odd()),
        now);
  }

  /** Of all thresholds of the live model. */
  static PastJudge ofThresholds(ScoreThresholds thresholds, Now now) {
    return new PastJudge(
        new Judge(RuleBook.EMPTY, thresholds, OddLimit.NONE),
        new Judge(now.book(now.live()), thresholds, now.odd()),
        now);
  }

  JudgedPast judge(PaymentWalk.Step step) {
    PaymentFacts facts = PaymentFacts.past(step.features(), step.payment());
    Optional<Said> said =
        model.map(
            live -> new Said(live.probability(step.features()), live.anomaly(step.features())));
    return new JudgedPast(
        step.payment(),
        step.fraud(),
        step.features()[KNOWN_DAYS],
        alone.of(facts, said),
        published.of(facts, said),
        together.of(facts, said),
        published.byRules(facts),
        said.map(Said::score));
  }
}
