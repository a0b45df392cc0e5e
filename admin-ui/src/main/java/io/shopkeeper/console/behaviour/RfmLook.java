package io.shopkeeper.console.behaviour;

import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.ledger.Cells;
import io.shopkeeper.prediction.boundary.behaviour.Behaviour;
import io.shopkeeper.prediction.boundary.behaviour.RfmView;
import io.shopkeeper.prediction.boundary.behaviour.Segment;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How lately, how often and for how much customers buy. */
@Named
@RequestScoped
public class RfmLook {

  private static final int FIFTHS = 5;
  private static final int SHADES = 9;

  @Inject private Behaviour behaviour;
  @Inject private BehaviourPage page;
  @Inject private Words words;
  @Inject private Cells cells;

  private RfmView view;

  /**
   * A cell.
   *
   * @param mean money of a customer; empty without any
   * @param shade from 0 to 9
   */
  public record Cell(String group, long customers, String mean, int shade) {}

  /** Customers of the same recency, by frequency. */
  public record Row(int recency, List<Cell> cells) {}

  /**
   * What customers are to the shop.
   *
   * @param share of all, from 0 to 1
   * @param address of what they do before they buy
   * @param table the address of them as a table
   */
  public record Line(
      String name,
      String what,
      long customers,
      double share,
      long orders,
      String amount,
      String address,
      String table) {}

  @PostConstruct
  void begin() {
    view = behaviour.rfm(page.getQuery());
  }

  public RfmView getView() {
    return view;
  }

  public boolean isBlank() {
    return view.customers() == 0;
  }

  /** The best recency first. */
  public List<Row> getRows() {
    long most = view.cells().stream().mapToLong(RfmView.Cell::customers).max().orElse(0);
    return IntStream.iterate(FIFTHS, recency -> recency > 0, recency -> recency - 1)
        .mapToObj(
            recency ->
                new Row(
                    recency,
                    view.cells().stream()
                        .filter(cell -> cell.recency() == recency)
                        .map(cell -> cell(cell, most))
                        .toList()))
        .toList();
  }

  private Cell cell(RfmView.Cell cell, long most) {
    return new Cell(
        words.of("rfmGroup", cell.group()),
        cell.customers(),
        cell.customers() == 0 ? "" : money(cell.amount(), cell.customers()),
        most == 0 ? 0 : (int) Math.round((double) SHADES * cell.customers() / most));
  }

  private String money(BigDecimal amount, long of) {
    return money(amount.divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP));
  }

  private String money(BigDecimal amount) {
    return cells.money(amount, page.getExtent().currency()).text();
  }

  /** The groups, and what each brings. */
  public List<Line> getLines() {
    List<Line> lines = new ArrayList<>();
    for (RfmView.Group group : RfmView.Group.values()) {
      List<RfmView.Cell> own = view.cells().stream().filter(cell -> cell.group() == group).toList();
      long customers = own.stream().mapToLong(RfmView.Cell::customers).sum();
      BigDecimal amount =
          own.stream().map(RfmView.Cell::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      lines.add(
          new Line(
              words.of("rfmGroup", group),
              words.of("rfmGroupHelp", group),
              customers,
              view.customers() == 0 ? 0 : (double) customers / view.customers(),
              own.stream().mapToLong(RfmView.Cell::orders).sum(),
              money(amount),
              Address.of(View.FUNNEL, Segment.of(group), page.getQuery().to()),
              Address.of(group, page.getAsk())));
    }
    return lines;
  }

  /** What all bought. */
  public String getAmount() {
    return money(
        view.cells().stream().map(RfmView.Cell::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Customers by score of money. */
  public List<Long> getMoney() {
    return Stream.iterate(FIFTHS, score -> score > 0, score -> score - 1)
        .map(score -> view.money().get(score - 1))
        .toList();
  }
}
