package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.fraud.boundary.BacktestOrder;
import io.shopkeeper.fraud.boundary.BacktestView;
import io.shopkeeper.fraud.boundary.Backtests;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.RuleDesk;
import io.shopkeeper.fraud.boundary.RuleState;
import io.shopkeeper.fraud.boundary.RuleText;
import io.shopkeeper.fraud.boundary.RuleTrial;
import io.shopkeeper.fraud.boundary.RuleView;
import io.shopkeeper.fraud.boundary.RuleWord;
import io.shopkeeper.fraud.boundary.RuleWriting;
import io.shopkeeper.fraud.boundary.SnoozeOrder;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A rule in one of its versions: written, asked for, published, told to be quiet, switched off. */
@Named("fraudRule")
@RequestScoped
public class RulePage {

  private static final String AGAIN = "/fraud-rule?faces-redirect=true&id=%s&version=%d";

  private static final int SHOWN = 8;

  @Inject private RuleDesk desk;
  @Inject private RuleWriting writing;
  @Inject private Backtests backtests;
  @Inject private Clock clock;
  @Inject private Asked asked;
  @Inject private Faults sentences;
  @Inject private Reader reader;
  @Inject private Me me;
  @Inject private Say say;
  @Inject private Deeds deeds;

  private String id;
  private List<RuleView> versions = List.of();
  private RuleView opened;
  private RuleText text;
  private RuleTrial trial;

  @PostConstruct
  void begin() {
    id = asked.text("id").map(String::strip).orElse("");
    versions = id.isEmpty() ? List.of() : desk.versions(id);
    long wanted = asked.number("version").orElse(0L);
    opened =
        versions.stream()
            .filter(each -> wanted == 0 || each.version() == wanted)
            .findFirst()
            .orElse(null);
    text = typed().orElseGet(this::kept);
  }

  private RuleText kept() {
    return opened == null ? new RuleText("", "", Outcome.REVIEW, true, "") : opened.text();
  }

  /** What stands in the form that was sent. */
  private Optional<RuleText> typed() {
    return asked
        .raw("condition")
        .map(
            condition ->
                new RuleText(
                    asked.raw("nameEn").orElse(""),
                    asked.raw("nameZh").orElse(""),
                    asked.act("outcome").flatMap(RulePage::outcome).orElse(null),
                    asked.act("shadow").isPresent(),
                    condition.replace("\r\n", "\n")));
  }

  private static Optional<Outcome> outcome(String name) {
    return Arrays.stream(Outcome.values()).filter(one -> one.name().equals(name)).findFirst();
  }

  /** Says so where there is no such rule. */
  public void load() throws IOException {
    if (!isFresh() && opened == null) {
      NotFound.answer();
    }
  }

  /** Does what the button that was pressed says. */
  public String act() {
    return switch (asked.act("do").orElse("")) {
      case "save" -> save();
      case "ask" -> ask();
      case "publish" -> publish();
      case "discard" -> discard();
      case "retire" -> retire();
      case "snooze" -> snooze();
      case "try" -> tryOn();
      case "backtest" -> backtest();
      default -> null;
    };
  }

  /** Keeps what was written: a new rule, a new version, or a change to a draft. */
  private String save() {
    me.require(Right.WRITE_RULES);
    return after(this::saved, "fraudRule.saved");
  }

  private RuleView saved() {
    if (isEditable() && opened != null) {
      return desk.write(id, opened.version(), revision(), text, me.getName(), reader.getLocale());
    }
    return desk.draft(id, text, me.getName(), reader.getLocale());
  }

  /** Keeps what was written and asks for a look at it. */
  private String ask() {
    me.require(Right.WRITE_RULES);
    return after(
        () -> {
          RuleView kept = opened != null && text.equals(opened.text()) ? opened : saved();
          return desk.ask(
              kept.id(), kept.version(), kept.revision(), me.getName(), reader.getLocale());
        },
        "fraudRule.asked");
  }

  /** Lets it judge. */
  private String publish() {
    me.require(Right.PUBLISH_RULES);
    return after(
        () -> desk.publish(id, opened.version(), revision(), me.getName(), reader.getLocale()),
        opened != null && opened.text().shadow()
            ? "fraudRule.published.shadow"
            : "fraudRule.published");
  }

  private int revision() {
    return asked.number("revision").map(Long::intValue).orElse(0);
  }

  /** Throws a draft away. */
  private String discard() {
    me.require(Right.WRITE_RULES);
    return leave(() -> desk.discard(id, opened.version(), me.getName()), "fraudRule.discarded");
  }

  /** Switches it off. */
  private String retire() {
    me.require(Right.PUBLISH_RULES);
    return leave(() -> desk.retire(id, me.getName()), "fraudRule.retired");
  }

  /** Tells it to be quiet. */
  private String snooze() {
    me.require(Right.WRITE_RULES);
    var order =
        new SnoozeOrder(
            asked.act("field").orElse(null),
            asked.act("key").orElse(null),
            asked.number("hours").orElse(0L),
            asked.act("reason").orElse(""));
    return leave(() -> desk.snooze(id, order, me.getName()), "fraudRule.snoozed");
  }

  /** Says what it would have said of a payment. */
  private String tryOn() {
    me.require(Right.SEE_CUSTOMERS);
    String payment = asked.act("payment").map(String::strip).orElse("");
    try {
      trial = writing.tryOn(text.condition(), payment, reader.getLocale()).orElse(null);
      if (trial == null) {
        say.bad("fraudRule.try.none", payment);
      }
    } catch (InvalidInputException wrong) {
      tell(wrong);
    }
    return null;
  }

  /** Tries the condition on the past. */
  private String backtest() {
    me.require(Right.WRITE_RULES);
    try {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      BacktestView begun =
          backtests.start(
              new BacktestOrder(
                  id,
                  opened == null ? null : opened.version(),
                  text.condition(),
                  null,
                  null,
                  text.outcome(),
                  today.minusDays(asked.number("days").orElse(90L)),
                  today),
              me.getName(),
              reader.getLocale());
      return "/backtest?faces-redirect=true&id=" + begun.id();
    } catch (InvalidInputException wrong) {
      tell(wrong);
      return null;
    }
  }

  private String after(Supplier<RuleView> act, String done) {
    try {
      RuleView view = act.get();
      say.ok(done, view.version());
      return AGAIN.formatted(view.id(), view.version());
    } catch (InvalidInputException wrong) {
      tell(wrong);
    } catch (ConflictException | NotFoundException not) {
      say.badText(sentences.say(not.getMessage()));
    }
    return null;
  }

  private String leave(Runnable act, String done) {
    return deeds.then(act, done, "/fraud-rules?faces-redirect=true", this::tell);
  }

  private void tell(InvalidInputException wrong) {
    wrong
        .errors()
        .forEach(
            error -> {
              String key = "fraudRule.wrong" + error.pointer().replace('/', '.');
              if (error.pointer().equals("/condition")) {
                say.badText(error.message());
              } else {
                say.bad(key);
              }
            });
  }

  /** Whether it is a rule that nobody saved yet. */
  public boolean isFresh() {
    return asked.text("version").isEmpty() && (id.isEmpty() || versions.isEmpty());
  }

  /** Whether this version can be written at. */
  public boolean isEditable() {
    return opened == null || opened.state() == RuleState.DRAFT || opened.state() == RuleState.ASKED;
  }

  /** Whether what is shown can be the beginning of another version. */
  public boolean isAnother() {
    return opened != null
        && !isEditable()
        && versions.getFirst().state() != RuleState.DRAFT
        && versions.getFirst().state() != RuleState.ASKED;
  }

  /** Whether this reader may publish it now. */
  public boolean isPublishable() {
    return opened != null
        && opened.state() == RuleState.ASKED
        && me.may("PUBLISH_RULES")
        && !opened.authors().contains(me.getName());
  }

  /** Whether it waits for somebody else than this reader. */
  public boolean isMine() {
    return opened != null
        && opened.state() == RuleState.ASKED
        && opened.authors().contains(me.getName());
  }

  public RuleView getOpened() {
    return opened;
  }

  /** In the reader's language. */
  public String getName() {
    return opened == null ? id : opened.name("zh".equals(reader.getLocale().getLanguage()));
  }

  public String getId() {
    return id;
  }

  public RuleText getText() {
    return text;
  }

  public List<RuleView> getVersions() {
    return versions;
  }

  public RuleTrial getTrial() {
    return trial;
  }

  /** The payment that was tried; empty for none. */
  public String getPayment() {
    return asked.text("payment").orElse("");
  }

  /** What was tried of it on the past, the newest first. */
  public List<BacktestView> getBacktests() {
    return id.isEmpty() ? List.of() : backtests.ofRule(id, SHOWN);
  }

  /** What a rule may name. */
  public List<RuleWord> getVocabulary() {
    return writing.vocabulary(reader.getLocale());
  }

  /** What a rule can ask for. */
  public List<Outcome> getOutcomes() {
    return List.of(Outcome.CHALLENGE, Outcome.REVIEW, Outcome.BLOCK);
  }
}
