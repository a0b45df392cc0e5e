package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.fraud.decision.DecisionStore;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.decision.Payments;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.features.PaymentFeatures;
import io.shopkeeper.fraud.memory.RuleShelf;
import io.shopkeeper.fraud.rules.KeyField;
import io.shopkeeper.fraud.rules.PaymentFacts;
import io.shopkeeper.fraud.rules.Rule;
import io.shopkeeper.fraud.rules.RuleChecks;
import io.shopkeeper.fraud.rules.RuleCompletion;
import io.shopkeeper.fraud.rules.RuleParser;
import io.shopkeeper.fraud.rules.RuleSyntaxException;
import io.shopkeeper.fraud.rules.RuleWords;
import io.shopkeeper.fraud.rules.Suggestion;
import io.shopkeeper.fraud.rules.Truth;
import io.shopkeeper.fraud.scoring.VerdictWords;
import io.shopkeeper.platform.boundary.InvalidInputException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Help for who writes a rule: faults in place, what could come next, what it says of a payment. */
@Stateless
public class RuleWriting {

  private static final TypeReference<Map<String, Double>> FEATURES = new TypeReference<>() {};

  @Inject private RuleShelf shelf;
  @Inject private DecisionStore decisions;
  @Inject private Transactions transactions;

  /** Whether a text is a rule. */
  public RuleCheck check(String text, Locale reader) {
    return RuleChecks.of(text, shelf.kinds(), reader);
  }

  /** What could be written at a place of a text, from 0 to its length. */
  public RuleCompletions complete(String text, int place, Locale reader) {
    RuleCompletion completion = RuleCompletion.of(text, place, shelf.kinds());
    var words = new RuleWords(reader);
    return new RuleCompletions(
        completion.from(), completion.could().stream().map(each -> word(each, words)).toList());
  }

  /** All names that a rule may use, with what they mean. */
  public List<RuleWord> vocabulary(Locale reader) {
    var words = new RuleWords(reader);
    List<RuleWord> all = new ArrayList<>();
    for (KeyField field : KeyField.values()) {
      all.add(word(new Suggestion(Suggestion.Kind.KEY, field.code()), words));
    }
    PaymentFeatures.list()
        .forEach(
            feature ->
                all.add(word(new Suggestion(Suggestion.Kind.FEATURE, feature.name()), words)));
    return all;
  }

  private static RuleWord word(Suggestion suggestion, RuleWords words) {
    return new RuleWord(
        suggestion.text(), suggestion.kind().name().toLowerCase(Locale.ROOT), words.of(suggestion));
  }

  /**
   * What a rule would have said of a payment that was judged, by what was known of it then.
   *
   * @return empty if there is no such payment or decision
   * @throws InvalidInputException if the text is no rule
   */
  public Optional<RuleTrial> tryOn(String text, String transactionId, Locale reader) {
    RuleCheck check = check(text, reader);
    if (!check.fine()) {
      throw InvalidInputException.of("/condition", check.message());
    }
    return decisions.find(List.of(transactionId)).stream()
        .findFirst()
        .flatMap(decision -> facts(decision).map(facts -> trial(text, decision, facts, reader)));
  }

  private Optional<PaymentFacts> facts(StoredDecision decision) {
    return transactions
        .find(decision.transactionId())
        .map(
            data -> {
              double[] values = new double[PaymentFeatures.list().size()];
              Arrays.fill(values, Double.NaN);
              FraudJson.read(decision.features(), FEATURES)
                  .forEach(
                      (name, value) ->
                          PaymentFeatures.find(name)
                              .ifPresent(known -> values[PaymentFeatures.place(name)] = value));
              var beside =
                  new Payments.Beside(
                      decision.emailKey(),
                      decision.addressKey(),
                      decision.deliveryCountry(),
                      decision.declinedAt(),
                      decision.refundedAt());
              return PaymentFacts.past(values, Payments.of(data, beside));
            });
  }

  private RuleTrial trial(String text, StoredDecision decision, PaymentFacts facts, Locale reader) {
    try {
      var rule =
          new Rule(
              "trial", 1, "", "", Outcome.REVIEW, false, RuleParser.parse(text, shelf.kinds()));
      Truth truth = rule.truth(facts, shelf.lists());
      String why =
          truth == Truth.TRUE
              ? new VerdictWords(shelf, reader)
                  .why(rule.hit(facts, shelf.lists(), Effect.LIVE), rule)
              : "";
      return new RuleTrial(decision.transactionId(), truth.name(), why);
    } catch (RuleSyntaxException changed) {
      throw new IllegalStateException("a list was removed meanwhile", changed);
    }
  }
}
