package io.shopkeeper.console.ledger;

import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.SavedView;
import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One page of a list as the reader asked for it; for one request. */
public final class Ledger {

  private final LedgerSource<?> source;
  private final ListQuery query;
  private final Words words;
  private final Formats formats;
  private final List<String> chosen;
  private final List<SavedView> views;
  private final List<LedgerAct> acts;
  private final Optional<UndoDesk.Step> undo;
  private List<Line> lines;
  private ListPage<?> page;

  /** What a column's head says and does. */
  public record Head(String label, boolean right, String sortUrl, String order) {}

  /** A row. */
  public record Line(String id, List<Place> cells) {}

  /** A cell in its column. */
  public record Place(String label, boolean right, LedgerCell cell) {}

  /** A filter with what is in it. */
  public record Field(String name, String label, String kind, String value, List<Choice> choices) {}

  /** Something to choose. */
  public record Choice(String value, String label, boolean chosen) {}

  /** A filter that is set, and the address without it. */
  public record Chip(String label, String value, String url) {}

  /** A saved view. */
  public record View(long id, String name, String url, boolean here) {}

  /** A button for what can be done to many rows. */
  public record Button(String name, String label) {}

  /** The reader's language. */
  record Reading(Words words, Formats formats) {}

  /** What this person has set, and may do. */
  record Settings(
      List<String> columns,
      List<SavedView> views,
      List<LedgerAct> acts,
      Optional<UndoDesk.Step> undo) {}

  Ledger(LedgerSource<?> source, ListQuery query, Reading reading, Settings settings) {
    this.source = source;
    this.query = query;
    this.words = reading.words();
    this.formats = reading.formats();
    this.chosen = settings.columns();
    this.views = settings.views();
    this.acts = settings.acts();
    this.undo = settings.undo();
  }

  public String getName() {
    return source.name();
  }

  public String getPage() {
    return source.page();
  }

  private String word(String key) {
    return words.of("list." + source.name(), key);
  }

  /** The heads of the columns that are shown. */
  public List<Head> getHeads() {
    List<Head> heads = new ArrayList<>();
    for (LedgerColumn<?> column : source.columns()) {
      if (shown(column)) {
        heads.add(head(column));
      }
    }
    return heads;
  }

  private Head head(LedgerColumn<?> column) {
    if (column.sort().isEmpty()) {
      return new Head(word(column.name()), column.right(), "", "none");
    }
    boolean here = column.sort().equals(query.sort());
    boolean down = here && !query.descending();
    ListQuery other = new ListQuery(query.filters(), column.sort(), down, "", false, query.limit());
    String order = here ? (query.descending() ? "descending" : "ascending") : "none";
    return new Head(word(column.name()), column.right(), url(other), order);
  }

  private boolean shown(LedgerColumn<?> column) {
    return chosen.isEmpty() ? column.shown() : chosen.contains(column.name());
  }

  /** All columns, to choose from. */
  public List<Choice> getColumns() {
    return source.columns().stream()
        .map(column -> new Choice(column.name(), word(column.name()), shown(column)))
        .toList();
  }

  /** The rows of this page. */
  public List<Line> getLines() {
    if (lines == null) {
      lines = lines(source);
    }
    return lines;
  }

  private <T> List<Line> lines(LedgerSource<T> from) {
    ListPage<T> found = from.page(query);
    page = found;
    boolean named = !acts.isEmpty();
    return found.rows().stream()
        .map(row -> new Line(named ? from.id(row) : "", places(from, row)))
        .toList();
  }

  private <T> List<Place> places(LedgerSource<T> from, T row) {
    List<Place> places = new ArrayList<>();
    for (LedgerColumn<T> column : from.columns()) {
      if (shown(column)) {
        places.add(new Place(word(column.name()), column.right(), column.cell().apply(row)));
      }
    }
    return places;
  }

  /** Whether there is nothing to show. */
  public boolean isBlank() {
    return getLines().isEmpty();
  }

  /** Whether anything is filtered away. */
  public boolean isNarrowed() {
    return !query.filters().isEmpty();
  }

  /** The filters with what is in them. */
  public List<Field> getFields() {
    return source.filters().stream().map(this::field).toList();
  }

  private Field field(LedgerFilter filter) {
    String value = query.filters().getOrDefault(filter.name(), "");
    List<Choice> choices =
        filter.choices().stream()
            .map(each -> new Choice(each, filter.words().apply(each), each.equals(value)))
            .toList();
    return new Field(filter.name(), word(filter.name()), filter.kind(), value, choices);
  }

  /** The filters that are set. */
  public List<Chip> getChips() {
    return source.filters().stream()
        .filter(filter -> query.filters().containsKey(filter.name()))
        .map(this::chip)
        .toList();
  }

  private Chip chip(LedgerFilter filter) {
    String value = query.filters().get(filter.name());
    return new Chip(
        word(filter.name()), filter.words().apply(value), url(query.with(filter.name(), "")));
  }

  /** The address of the page before; empty on the first one. */
  public String getPreviousUrl() {
    return turn(LedgerAddress.BEFORE, page().previous());
  }

  /** The address of the next page; empty on the last one. */
  public String getNextUrl() {
    return turn(LedgerAddress.AFTER, page().next());
  }

  private ListPage<?> page() {
    getLines();
    return page;
  }

  private String turn(String direction, String cursor) {
    if (cursor.isEmpty()) {
      return "";
    }
    Map<String, String> parameters = new LinkedHashMap<>(LedgerAddress.parameters(query));
    parameters.put(direction, cursor);
    return LedgerAddress.write(source.page(), parameters);
  }

  /** How many rows there are, and how sure that is. */
  public String getCount() {
    RowCount count = source.count(query);
    return switch (count.trust()) {
      case EXACT -> words.format("ledger.count", count.value());
      case MORE_THAN -> words.format("ledger.count.more", formats.count(count.value()));
      case ABOUT -> words.format("ledger.count.about", formats.count(count.value()));
    };
  }

  /** The whole list as a file. */
  public String getCsvUrl() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("list", source.name());
    parameters.putAll(LedgerAddress.parameters(query));
    return LedgerAddress.write("export.csv", parameters);
  }

  /** This list without filters. */
  public String getPlainUrl() {
    return source.page();
  }

  /** The address of what is shown, from its first page. */
  public String getUrl() {
    return url(query.fromTheTop(query.limit()));
  }

  /** What the address says beside filters; forms send it along. */
  public String getSort() {
    return LedgerAddress.parameters(query).getOrDefault(LedgerAddress.SORT, "");
  }

  /** Filters and order, for forms that come back to this list. */
  public List<Map.Entry<String, String>> getParameters() {
    return List.copyOf(LedgerAddress.parameters(query).entrySet());
  }

  /** The views that this person has saved. */
  public List<View> getViews() {
    String here = LedgerAddress.write("", LedgerAddress.parameters(query));
    return views.stream()
        .map(
            view ->
                new View(
                    view.id(),
                    view.name(),
                    source.page() + view.query(),
                    view.query().equals(here)))
        .toList();
  }

  /** Whether what is shown could be saved as a view. */
  public boolean isSavable() {
    return !LedgerAddress.parameters(query).isEmpty() && getViews().stream().noneMatch(View::here);
  }

  /** What can be done to many rows. */
  public List<Button> getActs() {
    return acts.stream()
        .filter(LedgerAct::offered)
        .map(
            act ->
                new Button(
                    act.name(),
                    source.label(act.name()).orElseGet(() -> word("act." + act.name()))))
        .toList();
  }

  /** What was just done and can be taken back; empty for nothing. */
  public String getDone() {
    return undo.map(UndoDesk.Step::text).orElse("");
  }

  /** What names it. */
  public String getUndoToken() {
    return undo.map(UndoDesk.Step::token).orElse("");
  }

  private String url(ListQuery wanted) {
    return LedgerAddress.write(source.page(), LedgerAddress.parameters(wanted));
  }
}
