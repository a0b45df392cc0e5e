package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.console.ledger.LedgerAct;
import io.shopkeeper.console.ledger.LedgerCell;
import io.shopkeeper.console.ledger.LedgerColumn;
import io.shopkeeper.console.ledger.LedgerFilter;
import io.shopkeeper.console.ledger.LedgerSource;
import io.shopkeeper.console.shop.Links;
import io.shopkeeper.fraud.boundary.review.JudgedReview;
import io.shopkeeper.fraud.boundary.review.ReviewState;
import io.shopkeeper.fraud.boundary.review.SpamDesk;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reviews, and how much they look like spam. */
@RequestScoped
public class SpamList implements LedgerSource<JudgedReview> {

  private static final String SPAM = "spam";
  private static final String GENUINE = "genuine";
  private static final String UNMARK = "unmark";

  @Inject private SpamDesk desk;
  @Inject private Cells cells;
  @Inject private Words words;
  @Inject private Reader reader;
  @Inject private Me me;

  @Override
  public String name() {
    return "reviews";
  }

  @Override
  public Right right() {
    return Right.SEE_CUSTOMERS;
  }

  @Override
  public List<LedgerColumn<JudgedReview>> columns() {
    return List.of(
        LedgerColumn.of("id", one -> LedgerCell.code(one.reviewId())),
        LedgerColumn.of("excerpt", one -> LedgerCell.text(one.excerpt())),
        LedgerColumn.<JudgedReview>right("score", one -> cells.number(one.score()))
            .sortedBy("score"),
        LedgerColumn.of(
            "state",
            one ->
                LedgerCell.badge(
                    words.of("reviewState", one.state()), tone(one.state()), one.state())),
        LedgerColumn.of(
            "reasons",
            one ->
                LedgerCell.text(
                    String.join(words.words().getString("reviews.and"), one.reasons()))),
        LedgerColumn.of("product", one -> Links.product(one.productId())),
        LedgerColumn.of("customer", one -> Links.customer(one.customerId())),
        LedgerColumn.<JudgedReview>of("by", one -> LedgerCell.text(one.markedBy())).onDemand());
  }

  private static String tone(ReviewState state) {
    return switch (state) {
      case SUSPECT -> "warn";
      case SPAM -> "bad";
      case GENUINE -> "ok";
      case UNSUSPECTED -> "plain";
    };
  }

  @Override
  public List<LedgerFilter> filters() {
    return List.of(
        LedgerFilter.choice("state", ReviewState.values(), each -> words.of("reviewState", each)),
        LedgerFilter.text("product"),
        LedgerFilter.text("customer"),
        LedgerFilter.text("id"));
  }

  @Override
  public ListPage<JudgedReview> page(ListQuery query) {
    return desk.page(query, reader.getLocale());
  }

  @Override
  public RowCount count(ListQuery query) {
    return desk.count(query);
  }

  @Override
  public String id(JudgedReview row) {
    return row.reviewId();
  }

  @Override
  public List<LedgerAct> acts() {
    return List.of(
        LedgerAct.undoneBy(SPAM, Right.JUDGE_PAYMENTS, UNMARK),
        LedgerAct.undoneBy(GENUINE, Right.JUDGE_PAYMENTS, UNMARK),
        new LedgerAct(UNMARK, Right.JUDGE_PAYMENTS, "", false));
  }

  @Override
  public List<String> perform(String act, List<String> ids) {
    return switch (act) {
      case SPAM -> desk.mark(ids, ReviewState.SPAM, me.getName());
      case GENUINE -> desk.mark(ids, ReviewState.GENUINE, me.getName());
      default -> desk.undo(ids, me.getName());
    };
  }
}
