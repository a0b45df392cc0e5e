package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.fraud.boundary.ListDesk;
import io.shopkeeper.fraud.boundary.ListView;
import io.shopkeeper.fraud.boundary.cases.CaseOutcome;
import io.shopkeeper.fraud.boundary.cases.CasePriority;
import io.shopkeeper.fraud.boundary.macro.CaseMacro;
import io.shopkeeper.fraud.boundary.macro.MacroDesk;
import io.shopkeeper.fraud.boundary.macro.MacroText;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Macros of cases, and the editor of one. */
@Named("macrosPage")
@RequestScoped
public class MacrosPage {

  private static final String AGAIN = "/case-macros?faces-redirect=true";
  private static final Set<String> KEYS = Set.of("customer", "card", "device");

  @Inject private MacroDesk desk;
  @Inject private ListDesk lists;
  @Inject private CasePage cases;
  @Inject private Deeds deeds;
  @Inject private Asked asked;
  @Inject private Words words;
  @Inject private Me me;
  @Inject private Say say;

  private CaseMacro opened;

  @PostConstruct
  void begin() {
    opened = desk.find(asked.number("macro").orElse(0L)).orElse(null);
  }

  /** Does what the button that was pressed says. */
  public String act() {
    String what = asked.act("do").orElse("");
    if (what.isEmpty()) {
      return null;
    }
    me.require(Right.APPROVE_CASES);
    return what.equals("remove") ? remove() : save();
  }

  private String save() {
    return deeds.then(
        () -> desk.write(opened == null ? 0 : opened.id(), typed(), me.getName()),
        "macros.saved",
        AGAIN,
        this::tell);
  }

  private String remove() {
    return deeds.then(
        () -> desk.remove(opened == null ? 0 : opened.id(), me.getName()),
        "macros.removed",
        AGAIN,
        this::tell);
  }

  private MacroText typed() {
    String priority = asked.raw("priority").orElse("");
    return new MacroText(
        asked.raw("name").orElse("").strip(),
        asked.raw("note").orElse("").strip(),
        asked.raw("list").orElse(""),
        asked.number("snooze").map(hours -> (int) Math.min(hours, Integer.MAX_VALUE)).orElse(0),
        getPriorities().stream()
            .filter(one -> one.name().equals(priority))
            .findFirst()
            .orElse(null),
        asked.raw("assignee").orElse(""),
        asked.raw("ending").orElse(""));
  }

  private void tell(InvalidInputException wrong) {
    wrong.errors().forEach(error -> say.bad("macros.wrong" + error.pointer().replace('/', '.')));
  }

  public List<CaseMacro> getAll() {
    return desk.all();
  }

  /** The one that is open; null for a new one. */
  public CaseMacro getOpened() {
    return opened;
  }

  /** What stands in the editor: what was typed and refused, or the macro that is open. */
  public MacroText getText() {
    if (asked.act("do").isPresent()) {
      return typed();
    }
    return opened == null ? new MacroText("", "", "", 0, null, "", "") : opened.text();
  }

  /** What a macro does, in the order in which it does it. */
  public List<String> steps(MacroText text) {
    List<String> steps = new ArrayList<>();
    if (!text.note().isEmpty()) {
      steps.add(words.words().getString("macros.step.note"));
    }
    if (!text.list().isEmpty()) {
      steps.add(words.format("macros.step.list", text.list()));
    }
    if (text.snoozeHours() > 0) {
      steps.add(words.format("macros.step.snooze", text.snoozeHours()));
    }
    if (text.priority() != null) {
      steps.add(words.format("macros.step.priority", words.of("casePriority", text.priority())));
    }
    if (!text.assignee().isEmpty()) {
      steps.add(words.format("macros.step.assign", assignee(text.assignee())));
    }
    if (!text.ending().isEmpty()) {
      steps.add(ending(text.ending()));
    }
    return steps;
  }

  /** Somebody's name, or the words for who does it and for nobody. */
  public String assignee(String assignee) {
    return switch (assignee) {
      case "" -> words.words().getString("macros.same");
      case MacroText.ME -> words.words().getString("macros.me");
      case MacroText.NOBODY -> words.words().getString("macros.nobody");
      default -> assignee;
    };
  }

  /** What happens to the case at last. */
  public String ending(String ending) {
    if (ending.isEmpty()) {
      return words.words().getString("macros.same");
    }
    return ending.equals(MacroText.ESCALATE)
        ? words.words().getString("case.escalate")
        : words.of("case.do", ending);
  }

  public List<CasePriority> getPriorities() {
    return List.of(CasePriority.values());
  }

  /** Who can be given cases. */
  public List<String> getAssignees() {
    return Stream.concat(
            Stream.of("", MacroText.ME, MacroText.NOBODY), cases.getAnalysts().stream())
        .toList();
  }

  /** How a macro can end. */
  public List<String> getEndings() {
    return Stream.concat(
            Stream.of("", MacroText.ESCALATE),
            Arrays.stream(CaseOutcome.values()).map(CaseOutcome::name))
        .toList();
  }

  /** Lists onto which something of a case can be put. */
  public List<String> getLists() {
    return lists.all().stream()
        .filter(list -> KEYS.contains(list.kind().code()))
        .map(ListView::name)
        .toList();
  }
}
