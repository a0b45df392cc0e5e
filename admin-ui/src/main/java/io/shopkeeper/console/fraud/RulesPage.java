package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.fraud.boundary.PackDesk;
import io.shopkeeper.fraud.boundary.RuleDesk;
import io.shopkeeper.fraud.boundary.RuleLine;
import io.shopkeeper.fraud.boundary.RulePack;
import io.shopkeeper.fraud.boundary.RuleView;
import io.shopkeeper.fraud.boundary.SnoozeView;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** All rules against fraud, and which are quiet. */
@Named("fraudRules")
@RequestScoped
public class RulesPage {

  @Inject private RuleDesk desk;
  @Inject private PackDesk packDesk;
  @Inject private Faults sentences;
  @Inject private Asked asked;
  @Inject private Reader reader;
  @Inject private Me me;
  @Inject private Say say;

  private List<RuleLine> rules;
  private List<SnoozeView> snoozes;
  private List<RulePack> packs;

  @PostConstruct
  void begin() {
    read();
  }

  private void read() {
    rules = desk.list();
    snoozes = desk.snoozes();
    packs = packDesk.list();
  }

  /** Lets a rule speak again. */
  public void act() {
    asked
        .act("wake")
        .filter(text -> text.matches("\\d{1,18}"))
        .ifPresent(
            id -> {
              me.require(Right.WRITE_RULES);
              try {
                desk.wake(Long.parseLong(id), me.getName());
                say.ok("fraudRules.woken");
              } catch (NotFoundException gone) {
                say.bad("fraudRules.gone");
              }
            });
    read();
  }

  /** Does to a pack what the button that was pressed says. */
  public void pack() {
    String[] pressed = asked.act("pack").orElse("").split(" ", 2);
    String what = pressed[0];
    String pack = pressed[pressed.length - 1];
    switch (what) {
      case "trial", "publish", "off" -> me.require(Right.PUBLISH_RULES);
      case "ask" -> me.require(Right.WRITE_RULES);
      default -> {
        return;
      }
    }
    try {
      say.ok("packs.done." + what, perform(what, pack));
    } catch (ConflictException | NotFoundException not) {
      say.badText(sentences.say(not.getMessage()));
    }
    read();
  }

  private int perform(String what, String pack) {
    return switch (what) {
      case "trial" -> packDesk.trial(pack, me.getName());
      case "ask" -> packDesk.ask(pack, me.getName(), reader.getLocale());
      case "publish" -> packDesk.publish(pack, me.getName(), reader.getLocale());
      default -> packDesk.off(pack, me.getName());
    };
  }

  /** Packs of ready rules. */
  public List<RulePack> getPacks() {
    return packs;
  }

  /** Whether this reader may let a pack decide. */
  public boolean publishable(RulePack pack) {
    return pack.asked() > 0
        && me.may(Right.PUBLISH_RULES.name())
        && !pack.askedBy().contains(me.getName());
  }

  /** Who wrote at it. */
  public String authors(RuleView rule) {
    return String.join(", ", rule.authors());
  }

  /** In the reader's language. */
  public String name(RuleView rule) {
    return rule.name("zh".equals(reader.getLocale().getLanguage()));
  }

  /** What a snooze is about; masked for who may not see customers. */
  public String key(SnoozeView snooze) {
    return me.may("SEE_PAYMENT_KEYS") ? snooze.key() : "•••";
  }

  public List<RuleLine> getRules() {
    return rules;
  }

  /** Those that wait for somebody else to look at them. */
  public List<RuleLine> getAsked() {
    return rules.stream()
        .filter(line -> line.draft() != null)
        .filter(line -> line.draft().state().name().equals("ASKED"))
        .toList();
  }

  public List<SnoozeView> getSnoozes() {
    return snoozes;
  }
}
