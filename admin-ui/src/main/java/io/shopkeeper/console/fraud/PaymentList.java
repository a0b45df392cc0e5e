package io.shopkeeper.console.fraud;

import io.shopkeeper.catalog.boundary.TransactionOutcome;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.console.ledger.LedgerAct;
import io.shopkeeper.console.ledger.LedgerCell;
import io.shopkeeper.console.ledger.LedgerColumn;
import io.shopkeeper.console.ledger.LedgerFilter;
import io.shopkeeper.console.ledger.LedgerSource;
import io.shopkeeper.console.shop.Links;
import io.shopkeeper.fraud.boundary.DecidedPayment;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.PaymentDesk;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What was decided of payments. */
@RequestScoped
public class PaymentList implements LedgerSource<DecidedPayment> {

  private static final String FRAUD = "fraud";
  private static final String CLEARED = "cleared";
  private static final String UNMARK = "unmark";

  @Inject private PaymentDesk desk;
  @Inject private PaymentLook look;
  @Inject private Cells cells;
  @Inject private Words words;
  @Inject private Me me;

  @Override
  public String name() {
    return "payments";
  }

  @Override
  public Right right() {
    return Right.SEE_CUSTOMERS;
  }

  @Override
  public List<LedgerColumn<DecidedPayment>> columns() {
    return List.of(
        LedgerColumn.of("id", one -> LedgerCell.codeLink(one.id(), look.url(one.id()))),
        LedgerColumn.<DecidedPayment>of("time", one -> cells.time(one.decidedAt()))
            .sortedBy("time"),
        LedgerColumn.<DecidedPayment>of(
                "outcome",
                one ->
                    LedgerCell.badge(
                        words.of("decision", one.outcome()),
                        look.tone(one.outcome()),
                        one.outcome()))
            .sortedBy("outcome"),
        LedgerColumn.right("score", one -> LedgerCell.text(look.score(one.score()), one.score())),
        LedgerColumn.right(
            "amount",
            one ->
                one.amount() == null
                    ? LedgerCell.none()
                    : cells.money(one.amount(), one.currency())),
        LedgerColumn.of("customer", one -> Links.customer(one.customerId())),
        LedgerColumn.of(
            "label",
            one ->
                one.label() == null
                    ? LedgerCell.none()
                    : LedgerCell.badge(
                        look.label(one.label()), look.tone(one.label()), one.label())),
        LedgerColumn.<DecidedPayment>of("degraded", one -> LedgerCell.text(one.degraded()))
            .onDemand());
  }

  @Override
  public List<LedgerFilter> filters() {
    return List.of(
        LedgerFilter.choice("outcome", Outcome.values(), each -> words.of("decision", each)),
        LedgerFilter.text("id"),
        LedgerFilter.day("day"));
  }

  @Override
  public ListPage<DecidedPayment> page(ListQuery query) {
    return desk.page(query);
  }

  @Override
  public RowCount count(ListQuery query) {
    return desk.count(query);
  }

  @Override
  public String id(DecidedPayment row) {
    return row.id();
  }

  @Override
  public List<LedgerAct> acts() {
    return List.of(
        LedgerAct.undoneBy(FRAUD, Right.JUDGE_PAYMENTS, UNMARK),
        LedgerAct.undoneBy(CLEARED, Right.JUDGE_PAYMENTS, UNMARK),
        new LedgerAct(UNMARK, Right.JUDGE_PAYMENTS, "", false));
  }

  @Override
  public List<String> perform(String act, List<String> ids) {
    return switch (act) {
      case FRAUD -> desk.mark(ids, TransactionOutcome.FRAUD, me.getName());
      case CLEARED -> desk.mark(ids, TransactionOutcome.CLEARED, me.getName());
      default -> desk.undo(ids, me.getName());
    };
  }
}
