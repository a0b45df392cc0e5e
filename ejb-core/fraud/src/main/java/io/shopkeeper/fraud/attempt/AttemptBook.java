package io.shopkeeper.fraud.attempt;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.memory.RuleShelf;
import io.shopkeeper.fraud.rules.KeyField;
import io.shopkeeper.fraud.rules.PaymentFacts;
import io.shopkeeper.fraud.rules.Truth;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lists and rules say of an attempt. */
@Dependent
public class AttemptBook {

  @Inject private RuleShelf shelf;
  @Inject private Settings settings;

  protected AttemptBook() {}

  /**
   * What held, the hardest first. Who is in a trusted list is held nothing against, not even
   * another list.
   *
   * @param plain e-mail and postal address, which lists may match by likeness
   */
  List<AttemptHit> hits(Attempt attempt, Map<String, Double> features, PaymentFacts.Plain plain) {
    var facts = new PaymentFacts(new double[0], Attempts.keys(attempt), plain);
    Optional<String> trusted = listed(AttemptSettings.trusted(settings), facts);
    if (trusted.isPresent()) {
      return List.of(new AttemptHit(AttemptHit.LIST, Outcome.ALLOW, 0, 0, trusted.get()));
    }
    List<AttemptHit> hits = new ArrayList<>();
    listed(AttemptSettings.blocked(settings), facts)
        .ifPresent(list -> hits.add(new AttemptHit(AttemptHit.LIST, Outcome.BLOCK, 0, 0, list)));
    for (AttemptRule rule : AttemptRule.ALL) {
      long limit = AttemptSettings.limit(settings, rule);
      if (rule.kind() == attempt.kind() && rule.holds(features, limit)) {
        hits.add(
            new AttemptHit(rule.id(), rule.outcome(), features.get(rule.feature()), limit, ""));
      }
    }
    hits.sort(Comparator.comparing(AttemptHit::outcome).reversed());
    return hits;
  }

  private Optional<String> listed(List<String> names, PaymentFacts facts) {
    return names.stream().filter(name -> isListed(name, facts)).findFirst();
  }

  private boolean isListed(String name, PaymentFacts facts) {
    return field(shelf.kinds().get(name))
        .map(field -> shelf.lists().has(name, field, facts) == Truth.TRUE)
        .orElse(false);
  }

  /** What of an attempt a list holds; nothing of a list that is gone, or of cards. */
  private static Optional<KeyField> field(ListKind kind) {
    if (kind == null) {
      return Optional.empty();
    }
    return switch (kind) {
      case CUSTOMER -> Optional.of(KeyField.CUSTOMER);
      case DEVICE -> Optional.of(KeyField.DEVICE);
      case EMAIL -> Optional.of(KeyField.EMAIL);
      case IP -> Optional.of(KeyField.IP);
      case ADDRESS -> Optional.of(KeyField.ADDRESS);
      case COUNTRY -> Optional.of(KeyField.COUNTRY);
      case CARD, CURRENCY -> Optional.empty();
    };
  }
}
