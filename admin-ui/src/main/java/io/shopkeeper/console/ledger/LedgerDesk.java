package io.shopkeeper.console.ledger;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.SavedViews;
import io.shopkeeper.platform.boundary.list.ListQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays lists out for pages and does what people ask of them. */
@Named("ledgers")
@RequestScoped
public class LedgerDesk {

  private static final int ROWS = 50;
  private static final int LONGEST_NAME = 80;

  @Inject private LedgerSources sources;
  @Inject private SavedViews views;
  @Inject private UndoDesk undo;
  @Inject private AuditTrail audit;
  @Inject private Asked asked;
  @Inject private Words words;
  @Inject private Formats formats;
  @Inject private Me me;
  @Inject private Say say;

  private final Map<String, Ledger> open = new HashMap<>();

  /** The list of a name, as the address asks for it. */
  public Ledger of(String name) {
    return open.computeIfAbsent(name, this::lay);
  }

  private Ledger lay(String name) {
    LedgerSource<?> source = sources.get(name);
    me.require(source.right());
    return new Ledger(
        source,
        query(source),
        new Ledger.Reading(words, formats),
        new Ledger.Settings(
            views.columns(me.getName(), name),
            views.of(me.getName(), name),
            source.acts().stream().filter(act -> me.may(act.right().name())).toList(),
            undo.show(name)));
  }

  /** Does what a form of a list asks for, and shows the list again. */
  public void act() throws IOException {
    if (asked.act("list").isEmpty()) {
      return;
    }
    LedgerSource<?> source = sources.get(asked.act("list").orElseThrow());
    me.require(source.right());
    asked.act("bulk").ifPresent(act -> perform(source, act, rows()));
    asked.act("undo").flatMap(undo::take).ifPresent(step -> takeBack(source, step));
    asked.act("save").ifPresent(button -> save(source));
    asked.act("drop").map(Long::valueOf).ifPresent(id -> views.remove(me.getName(), id));
    asked.act("columns").ifPresent(button -> choose(source));
    back(source);
  }

  private void perform(LedgerSource<?> source, String name, List<String> ids) {
    LedgerAct act = act(source, name);
    me.require(act.right());
    if (ids.isEmpty()) {
      say.bad("ledger.none.chosen");
      return;
    }
    List<String> done = source.perform(name, ids);
    audit.record(me.getName(), source.name() + "." + name, done.size() + " rows", "");
    String kind = source.label(name).isPresent() ? name.replaceFirst("-\\d+$", "") : name;
    String text = words.format("list." + source.name() + ".done." + kind, done.size());
    if (act.undo().isEmpty() || done.isEmpty()) {
      say.okText(text);
    } else {
      undo.offer(source.name(), act.undo(), done, text);
    }
  }

  private void takeBack(LedgerSource<?> source, UndoDesk.Step step) {
    LedgerAct act = act(source, step.act());
    me.require(act.right());
    List<String> done = source.perform(act.name(), step.ids());
    audit.record(me.getName(), source.name() + "." + act.name(), done.size() + " rows", "undo");
    say.ok("undone");
  }

  private static LedgerAct act(LedgerSource<?> source, String name) {
    return source.acts().stream()
        .filter(act -> act.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("act", name));
  }

  private void save(LedgerSource<?> source) {
    String name = asked.act("view").map(String::strip).orElse("");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      say.bad("ledger.view.unnamed");
      return;
    }
    views.save(
        me.getName(),
        source.name(),
        name,
        LedgerAddress.write("", LedgerAddress.parameters(query(source))));
    say.ok("ledger.view.saved", name);
  }

  private void choose(LedgerSource<?> source) {
    List<String> known = source.columns().stream().map(LedgerColumn::name).toList();
    views.chooseColumns(
        me.getName(), source.name(), values("column").stream().filter(known::contains).toList());
  }

  private static List<String> rows() {
    return values("row");
  }

  private static List<String> values(String parameter) {
    String[] given =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .get(parameter);
    return given == null ? List.of() : Arrays.stream(given).distinct().toList();
  }

  private void back(LedgerSource<?> source) throws IOException {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(LedgerAddress.write(source.page(), LedgerAddress.parameters(query(source))));
  }

  private ListQuery query(LedgerSource<?> source) {
    return LedgerAddress.read(source, parameter -> asked.text(parameter).orElse(null), ROWS);
  }
}
