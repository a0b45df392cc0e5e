package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.fraud.boundary.cases.CaseDesk;
import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.cases.QueueCount;
import io.shopkeeper.fraud.boundary.notice.NoticeDesk;
import io.shopkeeper.fraud.boundary.notice.NoticeKind;
import io.shopkeeper.fraud.boundary.notice.NoticeMade;
import io.shopkeeper.fraud.boundary.notice.NoticeOrder;
import io.shopkeeper.fraud.boundary.notice.NoticeState;
import io.shopkeeper.fraud.boundary.notice.NoticeTarget;
import io.shopkeeper.fraud.boundary.notice.NoticeView;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who is told of new cases, by e-mail or webhook, and which messages could not be delivered. */
@Named("alertsPage")
@RequestScoped
public class AlertsPage {

  private static final String AGAIN = "/fraud-alerts?faces-redirect=true";
  private static final int SHOWN = 50;

  @Inject private NoticeDesk desk;
  @Inject private CaseDesk cases;
  @Inject private Asked asked;
  @Inject private Faults sentences;
  @Inject private Me me;
  @Inject private Say say;

  private List<NoticeTarget> targets;
  private NoticeTarget opened;
  private NoticeMade made;

  @PostConstruct
  void begin() {
    read();
  }

  private void read() {
    targets = desk.targets();
    long id = asked.number("target").orElse(0L);
    opened = targets.stream().filter(each -> each.id() == id).findFirst().orElse(null);
  }

  /** Why a message was not taken, in the reader's language. */
  public String problem(NoticeView message) {
    return sentences.say(message.problem());
  }

  /** Does what the button that was pressed says. */
  public String act() {
    String what = asked.act("do").orElse("");
    if (what.isEmpty()) {
      return null;
    }
    me.require(Right.CHANGE_SETTINGS);
    try {
      return perform(what);
    } catch (InvalidInputException wrong) {
      wrong.errors().forEach(this::tell);
    } catch (ConflictException | NotFoundException not) {
      say.badText(sentences.say(not.getMessage()));
    }
    return null;
  }

  private void tell(FieldError error) {
    if (error.pointer().equals("/address")) {
      say.bad("alerts.wrong.address", sentences.say(error.message()));
    } else {
      say.bad("alerts.wrong" + error.pointer().replace('/', '.'));
    }
  }

  private String perform(String what) {
    long id = asked.number("target").orElse(0L);
    switch (what) {
      case "save" -> {
        return save(id);
      }
      case "renew" -> {
        made = desk.renew(id, me.getName());
        read();
        return null;
      }
      case "on", "off" -> desk.activate(id, what.equals("on"), me.getName());
      case "try" -> desk.tryOut(id, me.getName());
      case "remove" -> desk.remove(id, me.getName());
      default -> {
        return null;
      }
    }
    say.ok("alerts.done." + what);
    return AGAIN;
  }

  private String save(long id) {
    if (id > 0) {
      desk.change(id, order(), me.getName());
      say.ok("alerts.done.save");
      return AGAIN;
    }
    made = desk.add(order(), me.getName());
    say.ok("alerts.done.save");
    read();
    return made.secret().isEmpty() ? AGAIN : null;
  }

  private NoticeOrder order() {
    return new NoticeOrder(
        asked.raw("name").orElse(""),
        find(NoticeKind.values(), "kind"),
        asked.raw("address").orElse(""),
        find(CasePriority.values(), "least"),
        asked.raw("queue").orElse(""));
  }

  private <E extends Enum<E>> E find(E[] all, String field) {
    String name = asked.act(field).orElse("");
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  /** Lets a dead message go out again. */
  public String again() {
    if (asked.act("again").isEmpty()) {
      return null;
    }
    me.require(Right.CHANGE_SETTINGS);
    try {
      desk.again(asked.number("again").orElse(0L), me.getName());
      say.ok("alerts.done.again");
    } catch (NotFoundException gone) {
      say.bad("alerts.gone");
    }
    return AGAIN;
  }

  public List<NoticeTarget> getTargets() {
    return targets;
  }

  /** The one that is changed; null for a new one. */
  public NoticeTarget getOpened() {
    return opened;
  }

  /** What stands in the form: what was typed, else what is kept. */
  public String field(String name) {
    return asked.raw(name).filter(typed -> made == null).orElseGet(() -> kept(name));
  }

  private String kept(String name) {
    if (opened == null) {
      return name.equals("kind")
          ? NoticeKind.WEBHOOK.name()
          : name.equals("least") ? CasePriority.HIGH.name() : "";
    }
    return switch (name) {
      case "name" -> opened.name();
      case "kind" -> opened.kind().name();
      case "address" -> opened.address();
      case "least" -> opened.least().name();
      default -> opened.queue();
    };
  }

  /** A target that was made just now, with its secret; null for none. */
  public NoticeMade getMade() {
    return made;
  }

  /** Whether there is a mail server. */
  public boolean isMails() {
    return desk.mails();
  }

  public List<NoticeKind> getKinds() {
    return List.of(NoticeKind.values());
  }

  public List<CasePriority> getPriorities() {
    return List.of(CasePriority.values());
  }

  /** Queues that have cases, and the one that is chosen. */
  public List<String> getQueues() {
    return Stream.concat(
            cases.queues().stream().map(QueueCount::queue),
            opened == null || opened.queue().isEmpty() ? Stream.empty() : Stream.of(opened.queue()))
        .distinct()
        .toList();
  }

  /** Messages that were refused too often. */
  public List<NoticeView> getDead() {
    return desk.messages(NoticeState.DEAD, SHOWN);
  }

  /** Messages that are to go out. */
  public List<NoticeView> getWaiting() {
    return desk.messages(NoticeState.WAITING, SHOWN);
  }

  /** Messages that were taken, the newest first. */
  public List<NoticeView> getSent() {
    return desk.messages(NoticeState.SENT, SHOWN);
  }
}
