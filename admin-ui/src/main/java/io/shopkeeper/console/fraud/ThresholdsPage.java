package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.fraud.boundary.BacktestOrder;
import io.shopkeeper.fraud.boundary.BacktestView;
import io.shopkeeper.fraud.boundary.Backtests;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.threshold.ScoreThresholds;
import io.shopkeeper.fraud.boundary.threshold.ThresholdChange;
import io.shopkeeper.fraud.boundary.threshold.ThresholdDesk;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * From which score on payments are confirmed, looked at or refused: what other thresholds would
 * have cost, asked for by one person and published by another.
 */
@Named("thresholdsPage")
@RequestScoped
public class ThresholdsPage {

  private static final String AGAIN = "/fraud-thresholds?faces-redirect=true";
  private static final int SHOWN = 20;
  private static final long USUAL_DAYS = 90;

  @Inject private ThresholdDesk desk;
  @Inject private Backtests backtests;
  @Inject private Clock clock;
  @Inject private Asked asked;
  @Inject private Reader reader;
  @Inject private Me me;
  @Inject private Say say;
  @Inject private Deeds deeds;

  private ScoreThresholds current;
  private ScoreThresholds chosen;
  private ThresholdChange waiting;
  private BacktestView measured;

  @PostConstruct
  void begin() {
    current = desk.current();
    waiting = desk.asked().orElse(null);
    measured = backtests.newestCurve().orElse(null);
    ScoreThresholds otherwise = waiting == null ? current : waiting.wanted();
    chosen =
        new ScoreThresholds(
            asked.number("challenge").orElse(otherwise.challenge()),
            asked.number("review").orElse(otherwise.review()),
            asked.number("block").orElse(otherwise.block()));
  }

  /** Does what the button that was pressed says. */
  public String act() {
    return switch (asked.act("do").orElse("")) {
      case "backtest" -> backtest();
      case "ask" -> ask();
      case "publish" -> publish();
      case "withdraw" -> withdraw();
      case "undo" -> undo();
      default -> null;
    };
  }

  private String backtest() {
    me.require(Right.WRITE_RULES);
    try {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      BacktestView begun =
          backtests.start(
              new BacktestOrder(
                  null,
                  null,
                  null,
                  null,
                  chosen,
                  null,
                  today.minusDays(asked.number("days").orElse(USUAL_DAYS)),
                  today),
              me.getName(),
              reader.getLocale());
      return "/backtest?faces-redirect=true&id=" + begun.id();
    } catch (InvalidInputException wrong) {
      tell(wrong);
      return null;
    }
  }

  private String ask() {
    me.require(Right.WRITE_RULES);
    return after(
        () -> desk.ask(chosen, asked.raw("reason").orElse(""), me.getName()), "thresholds.asked");
  }

  private String publish() {
    me.require(Right.PUBLISH_RULES);
    return after(() -> desk.publish(change(), me.getName()), "thresholds.published");
  }

  /** By its author, or by who may publish and does not. */
  private String withdraw() {
    me.require(
        waiting != null && waiting.askedBy().equals(me.getName())
            ? Right.WRITE_RULES
            : Right.PUBLISH_RULES);
    return after(() -> desk.withdraw(change(), me.getName()), "thresholds.withdrawn");
  }

  private String undo() {
    me.require(Right.PUBLISH_RULES);
    return after(() -> desk.undo(change(), me.getName()), "thresholds.undone");
  }

  private long change() {
    return asked.number("change").orElse(0L);
  }

  private String after(Runnable act, String done) {
    return deeds.then(act, done, AGAIN, this::tell);
  }

  private void tell(InvalidInputException wrong) {
    for (FieldError error : wrong.errors()) {
      String pointer = error.pointer();
      say.bad("thresholds.wrong." + pointer.substring(pointer.lastIndexOf('/') + 1));
    }
  }

  /** By what payments are judged now. */
  public ScoreThresholds getCurrent() {
    return current;
  }

  /** What is looked at. */
  public ScoreThresholds getChosen() {
    return chosen;
  }

  /** Whether these can be asked for. */
  public boolean isFine() {
    return chosen.faults().isEmpty();
  }

  /** What is wrong with those that are looked at, in the reader's language. */
  public List<String> getWrong() {
    return chosen.faults().stream()
        .map(error -> "thresholds.wrong." + error.pointer().substring(1))
        .toList();
  }

  /** Whether they differ from what holds now. */
  public boolean isOther() {
    return !chosen.equals(current);
  }

  /** The change that waits; null for none. */
  public ThresholdChange getWaiting() {
    return waiting;
  }

  /** Whether this reader may publish the change that waits. */
  public boolean isPublishable() {
    return waiting != null
        && me.may(Right.PUBLISH_RULES.name())
        && !waiting.askedBy().equals(me.getName());
  }

  /** Whether this reader may end the change that waits. */
  public boolean isWithdrawable() {
    return waiting != null
        && (isPublishable()
            || (waiting.askedBy().equals(me.getName()) && me.may(Right.WRITE_RULES.name())));
  }

  /** The change that can be undone; null for none, or where this reader may not. */
  public ThresholdChange getUndoable() {
    return me.may(Right.PUBLISH_RULES.name()) ? desk.undoable().orElse(null) : null;
  }

  /** Variables of the environment that set thresholds. */
  public List<String> getFixed() {
    return desk.fixed();
  }

  /** Changes, the newest first. */
  public List<ThresholdChange> getHistory() {
    return desk.history(SHOWN);
  }

  /** Of which payments the figures are; null while none were judged by a model. */
  public BacktestView getMeasured() {
    return measured;
  }

  /** What can be asked for. */
  public List<Outcome> getOutcomes() {
    return List.of(Outcome.CHALLENGE, Outcome.REVIEW, Outcome.BLOCK);
  }

  /** Whose costs are drawn. */
  public Outcome getOver() {
    Optional<String> over = asked.text("over");
    return getOutcomes().stream()
        .filter(one -> over.filter(one.name()::equals).isPresent())
        .findFirst()
        .orElse(Outcome.REVIEW);
  }

  /** A threshold as text: {@code –} for never. */
  public String say(long percent) {
    return percent >= ScoreThresholds.NEVER ? "–" : percent + " %";
  }

  /** All three as text. */
  public String say(ScoreThresholds three) {
    return say(three.challenge()) + " / " + say(three.review()) + " / " + say(three.block());
  }
}
