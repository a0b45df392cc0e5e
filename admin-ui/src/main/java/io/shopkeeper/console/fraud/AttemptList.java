package io.shopkeeper.console.fraud;

import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.console.ledger.LedgerCell;
import io.shopkeeper.console.ledger.LedgerColumn;
import io.shopkeeper.console.ledger.LedgerFilter;
import io.shopkeeper.console.ledger.LedgerSource;
import io.shopkeeper.console.shop.Links;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.attempt.AttemptDesk;
import io.shopkeeper.fraud.boundary.attempt.AttemptKind;
import io.shopkeeper.fraud.boundary.attempt.AttemptRow;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What was decided of sign-ins and sign-ups. */
@RequestScoped
public class AttemptList implements LedgerSource<AttemptRow> {

  @Inject private AttemptDesk desk;
  @Inject private PaymentLook look;
  @Inject private PaymentKeys keys;
  @Inject private Cells cells;
  @Inject private Words words;

  @Override
  public String name() {
    return "attempts";
  }

  @Override
  public Right right() {
    return Right.SEE_CUSTOMERS;
  }

  @Override
  public List<LedgerColumn<AttemptRow>> columns() {
    return List.of(
        LedgerColumn.of(
            "id",
            one ->
                LedgerCell.codeLink(
                    one.id(), Links.url("attempt", one.id()) + "&kind=" + one.kind().name())),
        LedgerColumn.of(
            "kind", one -> LedgerCell.text(words.of("attemptKind", one.kind()), one.kind())),
        LedgerColumn.<AttemptRow>of("time", one -> cells.time(one.decidedAt())).sortedBy("time"),
        LedgerColumn.of(
            "outcome",
            one ->
                LedgerCell.badge(
                    words.of("decision", one.outcome()), look.tone(one.outcome()), one.outcome())),
        LedgerColumn.of("customer", one -> Links.customer(one.customerId())),
        LedgerColumn.of(
            "succeeded",
            one ->
                one.succeeded() == null
                    ? LedgerCell.none()
                    : LedgerCell.text(
                        words.of("attemptPassword", one.succeeded()), one.succeeded())),
        LedgerColumn.<AttemptRow>of("device", one -> LedgerCell.code(keys.show(one.device())))
            .onDemand(),
        LedgerColumn.<AttemptRow>of("ip", one -> LedgerCell.code(keys.show(one.ip()))).onDemand(),
        LedgerColumn.<AttemptRow>of("country", one -> LedgerCell.text(one.country())).onDemand());
  }

  @Override
  public List<LedgerFilter> filters() {
    return List.of(
        LedgerFilter.choice("kind", AttemptKind.values(), each -> words.of("attemptKind", each)),
        LedgerFilter.choice("outcome", Outcome.values(), each -> words.of("decision", each)),
        LedgerFilter.text("customer"),
        LedgerFilter.text("device"),
        LedgerFilter.text("ip"),
        LedgerFilter.day("day"));
  }

  @Override
  public ListPage<AttemptRow> page(ListQuery query) {
    return desk.page(query);
  }

  @Override
  public RowCount count(ListQuery query) {
    return desk.count(query);
  }

  @Override
  public String id(AttemptRow row) {
    return row.kind() + ":" + row.id();
  }
}
