package io.shopkeeper.fraud.cases;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.cases.CaseAct;
import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.cases.CaseState;
import io.shopkeeper.fraud.decision.DecisionStore;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.decision.Payments;
import io.shopkeeper.fraud.entity.StoredCase;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.notice.NoticeOutbox;
import io.shopkeeper.fraud.rules.Rule;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a payment into a case: into one that is open for its customer, card, device or e-mail and
 * was joined within the window, else into a new one.
 */
@Stateless
public class CaseFiler {

  /** Who does what nobody did. */
  public static final String SHOPKEEPER = "shopkeeper";

  /** Payments of a case; after that a new one is opened. */
  static final int MOST = 200;

  private static final TypeReference<List<Rule.Hit>> HITS = new TypeReference<>() {};

  @Inject private CaseStore cases;
  @Inject private DecisionStore decisions;
  @Inject private Transactions transactions;
  @Inject private NoticeOutbox notices;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Payments that wait, the oldest first. */
  public List<String> waiting(int most) {
    return cases.alerts(most);
  }

  /** Takes one in; nothing happens where it was removed, or is in a case already. */
  public void file(String id) {
    Optional<StoredDecision> decision = decisions.find(List.of(id)).stream().findFirst();
    Optional<TransactionData> payment = transactions.find(id);
    if (cases.taken(id)
        && decision.isPresent()
        && payment.isPresent()
        && cases.caseOf(id).isEmpty()) {
      file(decision.get(), payment.get());
    }
  }

  private void file(StoredDecision decision, TransactionData payment) {
    Instant now = clock.instant();
    Map<String, String> keys = keys(decision, payment);
    long since = now.minus(CaseSettings.window(settings)).toEpochMilli();
    StoredCase file =
        cases
            .openWith(keys, since, MOST)
            .flatMap(cases::hold)
            .filter(open -> open.state() != CaseState.CLOSED)
            .orElseGet(() -> open(payment, keys, now));
    boolean first = file.payments() == 0;
    boolean harder = file.join(joining(decision, payment), now);
    NoticeOutbox.Rank before =
        first ? null : new NoticeOutbox.Rank(file.view().priority(), file.queue());
    CasePriority priority = CaseSettings.priority(settings, file.riskCents());
    file.rank(
        priority,
        now.plus(CaseSettings.time(settings, priority)),
        harder ? queue(decision, file) : file.queue());
    if (first) {
      cases.add(file);
    }
    cases.join(file.id(), payment.id(), keys, now);
    cases.write(file.id(), now, SHOPKEEPER, first ? CaseAct.OPENED : CaseAct.JOINED, payment.id());
    if (first || !before.equals(new NoticeOutbox.Rank(priority, file.queue()))) {
      notices.tell(file.view(), before, now);
    }
  }

  private static StoredCase open(TransactionData payment, Map<String, String> keys, Instant now) {
    Map.Entry<String, String> subject =
        keys.entrySet().stream().findFirst().orElse(Map.entry("payment", payment.id()));
    return new StoredCase(subject.getKey(), subject.getValue(), payment.currency(), now);
  }

  /** By what further payments are recognised; what says the most about a person comes first. */
  static Map<String, String> keys(StoredDecision decision, TransactionData payment) {
    Map<String, String> keys = new LinkedHashMap<>();
    put(keys, "customer", payment.customerId());
    put(keys, "device", payment.device());
    put(keys, "card", payment.cardFingerprint());
    put(keys, "email", decision.emailKey());
    return keys;
  }

  private static void put(Map<String, String> keys, String kind, String value) {
    if (value != null && !value.isBlank()) {
      keys.put(kind, value);
    }
  }

  private StoredCase.Joining joining(StoredDecision decision, TransactionData payment) {
    long cents = Payments.cents(payment.amount());
    return new StoredCase.Joining(
        payment.id(),
        decision.outcome(),
        decision.score(),
        payment.currency(),
        cents,
        Math.round(cents * chance(decision)));
  }

  /**
   * How likely it is fraud: what the model says, but not less than what the shop takes such a
   * decision for.
   */
  private double chance(StoredDecision decision) {
    double stands = CaseSettings.chance(settings, decision.outcome());
    return decision.score() == null ? stands : Math.max(stands, decision.score());
  }

  private String queue(StoredDecision decision, StoredCase file) {
    return switch (CaseSettings.queues(settings)) {
      case "amount" -> file.amountCents() >= CaseSettings.largeFrom(settings) ? "large" : "small";
      case "model" -> decision.score() == null ? "rules" : "model";
      case "rule" ->
          FraudJson.read(decision.hits(), HITS).stream()
              .filter(hit -> hit.outcome() == decision.outcome())
              .map(Rule.Hit::rule)
              .findFirst()
              .orElse("model");
      default -> file.decision().and(Outcome.CHALLENGE).code();
    };
  }
}
