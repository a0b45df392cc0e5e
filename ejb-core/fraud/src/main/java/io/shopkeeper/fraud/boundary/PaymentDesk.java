package io.shopkeeper.fraud.boundary;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.fraud.cases.CaseFollower;
import io.shopkeeper.fraud.decision.DecisionListStore;
import io.shopkeeper.fraud.decision.DecisionRow;
import io.shopkeeper.fraud.decision.DecisionStore;
import io.shopkeeper.fraud.decision.FraudJson;
import io.shopkeeper.fraud.decision.LabelStore;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.entity.StoredLabel;
import io.shopkeeper.fraud.features.FeatureWords;
import io.shopkeeper.fraud.memory.RuleShelf;
import io.shopkeeper.fraud.scoring.VerdictWords;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Decisions for people: to look through, to understand, and to say what came of them. */
@Stateless
public class PaymentDesk {

  private static final Duration LATELY = Duration.ofHours(1);
  private static final int SHOWN = 8;
  private static final TypeReference<Map<String, Double>> FEATURES = new TypeReference<>() {};

  @Inject private DecisionListStore lists;
  @Inject private DecisionStore decisions;
  @Inject private LabelStore labels;
  @Inject private Transactions transactions;
  @Inject private RuleShelf rules;
  @Inject private CaseFollower cases;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Decisions. Sorted by {@code time}; filtered by {@code outcome, id} and {@code day}; the newest
   * first.
   */
  public ListPage<DecidedPayment> page(ListQuery query) {
    ListPage<DecisionRow> page = lists.page(query);
    List<DecidedPayment> rows = with(page.rows());
    return new ListPage<>(rows, page.previous(), page.next());
  }

  /** How many decisions fit. */
  public RowCount count(ListQuery query) {
    return lists.count(query);
  }

  /** What was decided in the last hour, and last. */
  public RecentDecisions recent() {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0L);
    }
    counts.putAll(decisions.counts(clock.instant().minus(LATELY).toEpochMilli()));
    return new RecentDecisions(counts, with(decisions.latest(SHOWN)));
  }

  /** What was decided of payments, in their order; without those of which nothing was. */
  public List<DecidedPayment> all(Collection<String> ids) {
    Map<String, DecisionRow> found = new HashMap<>();
    for (StoredDecision decision : decisions.find(ids)) {
      found.put(
          decision.transactionId(),
          new DecisionRow(
              decision.transactionId(),
              Instant.ofEpochMilli(decision.decidedAt()),
              decision.outcome(),
              decision.score(),
              decision.degraded()));
    }
    return with(ids.stream().map(found::get).filter(Objects::nonNull).toList());
  }

  private List<DecidedPayment> with(List<DecisionRow> rows) {
    List<String> ids = rows.stream().map(DecisionRow::id).toList();
    Map<String, TransactionData> payments = transactions.findAll(ids);
    Map<String, TransactionOutcome> marked = labels.current(ids);
    return rows.stream()
        .map(row -> decided(row, payments.get(row.id()), marked.get(row.id())))
        .toList();
  }

  private static DecidedPayment decided(
      DecisionRow row, TransactionData payment, TransactionOutcome marked) {
    return new DecidedPayment(
        row.id(),
        row.at(),
        row.outcome(),
        row.score(),
        row.degraded(),
        payment == null ? null : payment.amount(),
        payment == null ? "" : payment.currency(),
        payment == null ? null : payment.customerId(),
        payment == null ? null : payment.time(),
        label(marked, payment));
  }

  /** What people here said is stronger than what was delivered with the payment. */
  private static TransactionOutcome label(TransactionOutcome marked, TransactionData payment) {
    return marked != null ? marked : payment == null ? null : payment.outcome();
  }

  /** One decision with everything that led to it. */
  public Optional<PaymentCase> find(String id, Locale reader) {
    return decisions.find(List.of(id)).stream().findFirst().map(decision -> of(decision, reader));
  }

  private PaymentCase of(StoredDecision decision, Locale reader) {
    String id = decision.transactionId();
    TransactionData payment = transactions.find(id).orElse(null);
    var words = new FeatureWords(reader);
    List<FeatureLine> features = new ArrayList<>();
    FraudJson.read(decision.features(), FEATURES)
        .forEach(
            (name, value) -> {
              if (value != 0) {
                features.add(new FeatureLine(name, words.of(name), value));
              }
            });
    return new PaymentCase(
        payment,
        new VerdictWords(rules, reader).of(decision, false),
        features,
        label(labels.current(List.of(id)).get(id), payment),
        labels.history(id).stream().map(StoredLabel::view).toList());
  }

  /**
   * Which rules decided of which payments: each once, with the payments in their order and what was
   * seen at the first of them; the hardest first.
   */
  public List<HeldRule> rulesOf(Collection<String> ids, Locale reader) {
    var words = new VerdictWords(rules, reader);
    Map<String, StoredDecision> found = new HashMap<>();
    decisions.find(ids).forEach(decision -> found.put(decision.transactionId(), decision));
    Map<String, HeldRule> held = new LinkedHashMap<>();
    for (String id : ids) {
      if (found.containsKey(id)) {
        for (RuleHit hit : words.of(found.get(id), false).rules()) {
          held.merge(
              hit.rule() + " " + hit.version(), new HeldRule(hit, List.of(id)), HeldRule::and);
        }
      }
    }
    return held.values().stream()
        .sorted(
            Comparator.comparing((HeldRule one) -> one.hit().outcome(), Comparator.reverseOrder()))
        .toList();
  }

  /**
   * Says what payments turned out to be. It is what the next training learns.
   *
   * @param label what they were; not null
   * @return those of which that was not said yet
   * @throws NotFoundException if a payment does not exist
   */
  public List<String> mark(Collection<String> ids, TransactionOutcome label, String by) {
    if (label == null) {
      throw InvalidInputException.of("/outcome", "is missing: fraud, cleared or chargeback");
    }
    Map<String, TransactionData> payments = transactions.findAll(ids);
    Map<String, TransactionOutcome> marked = labels.current(ids);
    List<String> changed = new ArrayList<>();
    for (String id : ids) {
      if (!payments.containsKey(id)) {
        throw new NotFoundException("transaction", id);
      }
      if (label != marked.get(id)) {
        labels.add(new StoredLabel(id, label, by, clock.instant()));
        audit.record(by, "payment.mark", "transaction " + id, label.name());
        cases.labelled(id, label, by);
        changed.add(id);
      }
    }
    return changed;
  }

  /**
   * Takes back what was said last of payments.
   *
   * @return those of which something had been said
   */
  public List<String> undo(Collection<String> ids, String by) {
    List<String> changed = new ArrayList<>();
    for (String id : ids) {
      Optional<StoredLabel> last = labels.last(id);
      last.ifPresent(
          label -> {
            label.undo();
            audit.record(by, "payment.unmark", "transaction " + id, label.view().label().name());
            changed.add(id);
          });
    }
    return changed;
  }
}
