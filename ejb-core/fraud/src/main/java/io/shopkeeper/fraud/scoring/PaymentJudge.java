package io.shopkeeper.fraud.scoring;

import io.shopkeeper.catalog.boundary.TransactionData;
import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.fraud.boundary.Missing;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.PaymentQuestion;
import io.shopkeeper.fraud.decision.DecisionLedger;
import io.shopkeeper.fraud.decision.Judgement;
import io.shopkeeper.fraud.decision.Payments;
import io.shopkeeper.fraud.entity.StoredDecision;
import io.shopkeeper.fraud.features.Deadline;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.memory.PaymentMemory;
import io.shopkeeper.fraud.memory.RuleShelf;
import io.shopkeeper.fraud.outage.JournalEntry;
import io.shopkeeper.fraud.outage.OutageKeeper;
import io.shopkeeper.fraud.outage.OutageSettings;
import io.shopkeeper.fraud.outage.PendingPayments;
import io.shopkeeper.fraud.outage.StorageWatch;
import io.shopkeeper.fraud.rules.PaymentFacts;
import io.shopkeeper.fraud.rules.Rule;
import io.shopkeeper.fraud.rules.RuleBook;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Judges payments. Each is decided once: asked again, the same answer comes. They are seen in
 * memory from the moment they are judged, and stored together before anybody is answered: in the
 * database, or where that does not answer in the journal. Where that fails as well, they are taken
 * out of the memory again and nobody is answered.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentJudge {

  @Inject private Transactions transactions;
  @Inject private DecisionLedger ledger;
  @Inject private PaymentMemory memory;
  @Inject private RuleShelf rules;
  @Inject private ModelJudge models;
  @Inject private StorageWatch storage;
  @Inject private PendingPayments pending;
  @Inject private OutageKeeper outages;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** What was decided of payments before, and what was paid; empty where nobody can say. */
  private record Before(
      Map<String, StoredDecision> decisions, Map<String, TransactionData> payments) {}

  /** What was asked and is not decided, with its place. */
  private record Open(int row, PaymentQuestion question) {}

  /** What was entered into the memory. */
  private record Entered(int row, Judgement judgement, Optional<Payment> before) {}

  /**
   * Judges one after the other, in their order.
   *
   * @return one for each
   */
  public List<Judged> judge(List<PaymentQuestion> questions) {
    Judged[] judged = new Judged[questions.size()];
    List<Open> open = check(questions, judged);
    List<String> ids = open.stream().map(one -> one.question().id()).toList();
    Set<String> others = memory.take(ids);
    try {
      decide(open, others, judged);
    } finally {
      memory.release(ids.stream().filter(id -> !others.contains(id)).toList());
    }
    return List.of(judged);
  }

  private List<Open> check(List<PaymentQuestion> questions, Judged[] judged) {
    Instant now = clock.instant();
    List<Open> open = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < judged.length; row++) {
      PaymentQuestion question = questions.get(row);
      List<FieldError> errors = faults(question, now);
      if (!errors.isEmpty()) {
        judged[row] = Judged.refused(errors);
      } else if (!seen.add(question.id())) {
        judged[row] = Judged.refused("/id", "comes twice in this request: " + question.id());
      } else {
        open.add(new Open(row, question));
      }
    }
    return open;
  }

  private List<FieldError> faults(PaymentQuestion question, Instant now) {
    if (question == null) {
      return List.of(new FieldError("", "is null"));
    }
    List<FieldError> errors = new ArrayList<>(transactions.check(question.transaction(now)));
    errors.addAll(QuestionCheck.of(question, now));
    return errors;
  }

  private void decide(List<Open> open, Set<String> others, Judged[] judged) {
    List<Open> fresh = new ArrayList<>();
    List<String> ids = open.stream().map(one -> one.question().id()).toList();
    // The journal first: what leaves it is in the database by then.
    Map<String, JournalEntry> waiting = pending.find(ids);
    Optional<Before> before = storage.ask(() -> before(ids));
    Map<String, StoredDecision> known = before.map(Before::decisions).orElse(Map.of());
    for (Open one : open) {
      String id = one.question().id();
      if (waiting.containsKey(id)) {
        JournalEntry entry = waiting.get(id);
        judged[one.row()] = repeated(one.question(), entry.stored(), entry.payment());
      } else if (known.containsKey(id)) {
        judged[one.row()] =
            repeated(one.question(), known.get(id), before.orElseThrow().payments().get(id));
      } else if (others.contains(id)) {
        judged[one.row()] =
            Judged.refused("/id", "is being judged by another request; ask again: " + id);
      } else if (before.isEmpty() && memory.isJudged(id)) {
        judged[one.row()] =
            Judged.later(
                "/id",
                "The payment was judged before, and the database that knows how does not answer;"
                    + " ask again when it is back: "
                    + id);
      } else {
        fresh.add(one);
      }
    }
    if (!fresh.isEmpty()) {
      judgeFresh(fresh, judged);
    }
  }

  private Before before(List<String> ids) {
    Map<String, StoredDecision> known = ledger.find(ids);
    return new Before(known, known.isEmpty() ? Map.of() : transactions.findAll(known.keySet()));
  }

  /** The answer of before, unless it was about something else. */
  private static Judged repeated(
      PaymentQuestion question, StoredDecision decision, TransactionData payment) {
    boolean same =
        payment == null
            || (payment.amount().compareTo(question.amount()) == 0
                && payment.currency().equals(question.currency())
                && Objects.equals(payment.cardFingerprint(), question.cardFingerprint())
                && Objects.equals(payment.customerId(), question.customerId()));
    return same
        ? Judged.of(decision, true)
        : Judged.refused(
            "/id",
            "was judged with another amount, currency, card or customer;"
                + " give each payment an id of its own: "
                + question.id());
  }

  private void judgeFresh(List<Open> fresh, Judged[] judged) {
    List<Entered> entered = new ArrayList<>();
    boolean stored = false;
    try {
      RuleBook book = rules.book();
      for (Open one : fresh) {
        entered.add(enter(one, book));
      }
      Map<String, StoredDecision> kept = new HashMap<>();
      keep(entered.stream().map(Entered::judgement).toList())
          .forEach(decision -> kept.put(decision.transactionId(), decision));
      entered.forEach(
          one ->
              judged[one.row()] = Judged.of(kept.get(one.judgement().transaction().id()), false));
      stored = true;
    } finally {
      if (!stored) {
        entered.forEach(one -> memory.leave(one.judgement().transaction().id(), one.before()));
      }
    }
  }

  private List<StoredDecision> keep(List<Judgement> judgements) {
    return storage
        .ask(() -> ledger.keep(judgements))
        .orElseGet(
            () ->
                pending.keep(
                    judgements.stream().map(one -> one.without(Missing.STORAGE.code())).toList()));
  }

  private Entered enter(Open open, RuleBook book) {
    Instant now = clock.instant();
    TransactionData data = open.question().transaction(now);
    Payments.Beside beside = Payments.beside(open.question(), data);
    Payment payment = Payments.of(data, beside);
    memory.awaitAll();
    Deadline deadline = Deadline.in(OutageSettings.budget(settings));
    PaymentMemory.Look look = memory.enter(payment, deadline);
    var plain = new PaymentFacts.Plain(open.question().email(), open.question().shippingAddress());
    List<Rule.Hit> hits = book.hits(new PaymentFacts(look.features(), payment, plain));
    // Of features that are missing only for want of time a model has learnt nothing.
    ModelJudge.Answer model =
        look.inTime() ? models.of(look.features(), deadline) : ModelJudge.Answer.LATE;
    Optional<Judgement.Scored> scored = model.scored();
    tell(look, model);
    return new Entered(
        open.row(),
        new Judgement(
            data,
            beside,
            look.features(),
            hits,
            scored,
            RuleBook.outcome(hits).and(scored.map(models::outcome).orElse(Outcome.ALLOW)),
            missing(look, model),
            now),
        look.before());
  }

  private static List<String> missing(PaymentMemory.Look look, ModelJudge.Answer model) {
    List<String> missing = new ArrayList<>();
    if (model.scored().isEmpty()) {
      missing.add(Missing.MODEL.code());
    }
    if (!look.complete()) {
      missing.add(Missing.HISTORY.code());
    }
    if (!look.inTime()) {
      missing.add(Missing.FEATURES.code());
    }
    return missing;
  }

  /** That no model is live, or a payment is old, is no outage. */
  private void tell(PaymentMemory.Look look, ModelJudge.Answer model) {
    if (model.late() && look.inTime()) {
      outages.decided(Missing.MODEL, 1);
    }
    if (!look.read()) {
      outages.decided(Missing.HISTORY, 1);
    }
    if (!look.inTime()) {
      outages.decided(Missing.FEATURES, 1);
    }
  }
}
