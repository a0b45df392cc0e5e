package io.shopkeeper.fraud.boundary;

import io.shopkeeper.fraud.entity.StoredRule;
import io.shopkeeper.fraud.rules.PackRules;
import io.shopkeeper.fraud.rules.RuleStore;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Packs of ready rules. A pack begins on trial: its rules note where they hold and decide nothing,
 * so that one person may switch it on. To let it decide, one person asks and another publishes, as
 * for any rule. Each of its rules can be changed or switched off by itself afterwards.
 */
@Stateless
public class PackDesk {

  @Inject private RuleDesk desk;
  @Inject private RuleStore rules;
  @Inject private AuditTrail audit;
  @Inject private Event<RulesChanged> changed;
  @Inject private Clock clock;

  /** All, by id. */
  public List<RulePack> list() {
    Map<String, RuleLine> lines =
        desk.list().stream().collect(Collectors.toMap(line -> line.last().id(), line -> line));
    return PackRules.all().entrySet().stream()
        .map(
            pack ->
                pack(
                    pack.getKey(),
                    pack.getValue().size(),
                    pack.getValue().keySet().stream()
                        .map(lines::get)
                        .filter(Objects::nonNull)
                        .toList()))
        .toList();
  }

  private static RulePack pack(String id, int rules, List<RuleLine> lines) {
    List<RuleView> asked =
        lines.stream()
            .map(RuleLine::draft)
            .filter(draft -> draft != null && draft.state() == RuleState.ASKED)
            .toList();
    return new RulePack(
        id,
        rules,
        count(lines, published -> published.text().shadow()),
        count(lines, published -> !published.text().shadow()),
        asked.size(),
        asked.stream().flatMap(draft -> draft.authors().stream()).distinct().toList(),
        lines.stream().mapToLong(RuleLine::held).sum(),
        lines.stream().mapToLong(RuleLine::frauds).sum());
  }

  private static long count(List<RuleLine> lines, Predicate<RuleView> which) {
    return lines.stream()
        .map(RuleLine::published)
        .filter(published -> published != null && which.test(published))
        .count();
  }

  /**
   * Puts those of its rules on trial that neither judge nor are written at.
   *
   * @return how many
   */
  public int trial(String pack, String by) {
    int begun = 0;
    for (Map.Entry<String, RuleText> rule : require(pack).entrySet()) {
      List<StoredRule> versions = rules.lock(rule.getKey());
      boolean busy = versions.stream().anyMatch(version -> version.state() != RuleState.RETIRED);
      if (!busy) {
        int next = versions.isEmpty() ? 1 : versions.getLast().view().version() + 1;
        rules.add(StoredRule.ofProduct(rule.getKey(), next, rule.getValue(), by, clock.instant()));
        begun++;
      }
    }
    record(by, "pack.trial", pack, begun);
    return begun;
  }

  /**
   * Asks for those on trial to decide.
   *
   * @return how many
   */
  public int ask(String pack, String by, Locale reader) {
    int asked = 0;
    for (String rule : require(pack).keySet()) {
      List<RuleView> versions = desk.versions(rule);
      Optional<RuleView> trial =
          versions.stream()
              .filter(version -> version.state() == RuleState.PUBLISHED)
              .filter(version -> version.text().shadow())
              .findFirst();
      boolean open =
          versions.stream()
              .map(RuleView::state)
              .anyMatch(state -> state == RuleState.DRAFT || state == RuleState.ASKED);
      if (trial.isPresent() && !open) {
        RuleView draft = desk.draft(rule, deciding(trial.get().text()), by, reader);
        desk.ask(rule, draft.version(), draft.revision(), by, reader);
        asked++;
      }
    }
    record(by, "pack.ask", pack, asked);
    return asked;
  }

  /**
   * Lets those decide that were asked for.
   *
   * @param by nobody who asked
   * @return how many
   * @throws ConflictException if {@code by} wrote at one
   */
  public int publish(String pack, String by, Locale reader) {
    int published = 0;
    for (String rule : require(pack).keySet()) {
      for (RuleView version : desk.versions(rule)) {
        if (version.state() == RuleState.ASKED) {
          desk.publish(rule, version.version(), version.revision(), by, reader);
          published++;
        }
      }
    }
    record(by, "pack.publish", pack, published);
    return published;
  }

  /**
   * Switches those of its rules off that judge or are on trial. What waits for a second person
   * waits no more: what the pack asked for itself goes, what people wrote stays as a draft.
   *
   * @return how many were switched off
   */
  public int off(String pack, String by) {
    int ended = 0;
    for (String rule : require(pack).keySet()) {
      List<StoredRule> versions = rules.lock(rule);
      Optional<RuleText> judging =
          versions.stream()
              .filter(each -> each.state() == RuleState.PUBLISHED)
              .map(each -> each.view().text())
              .findFirst();
      for (StoredRule version : versions) {
        if (version.state() == RuleState.ASKED) {
          unask(version, judging, by);
        }
      }
      if (judging.isPresent()) {
        desk.retire(rule, by);
        ended++;
      }
    }
    record(by, "pack.off", pack, ended);
    return ended;
  }

  private void unask(StoredRule asked, Optional<RuleText> judging, String by) {
    RuleView view = asked.view();
    if (judging.map(PackDesk::deciding).filter(view.text()::equals).isPresent()) {
      desk.discard(view.id(), view.version(), by);
    } else {
      asked.unask();
    }
  }

  private static RuleText deciding(RuleText text) {
    return new RuleText(text.nameEn(), text.nameZh(), text.outcome(), false, text.condition());
  }

  private static Map<String, RuleText> require(String pack) {
    return Optional.ofNullable(PackRules.all().get(pack))
        .orElseThrow(() -> new NotFoundException("pack of rules", pack));
  }

  private void record(String by, String act, String pack, int count) {
    audit.record(by, act, "pack " + pack, count + " rules");
    changed.fire(new RulesChanged());
  }
}
