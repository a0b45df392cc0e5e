package io.shopkeeper.console.data;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.RowOutcome;
import io.shopkeeper.catalog.boundary.RowStatus;
import io.shopkeeper.catalog.boundary.quarantine.HeldRow;
import io.shopkeeper.catalog.boundary.quarantine.Quarantine;
import io.shopkeeper.catalog.boundary.quarantine.QuarantineFilter;
import io.shopkeeper.catalog.boundary.quarantine.ReasonCount;
import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.ShopFiles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rows that were set aside: find, mend, try again, discard. */
@Named("quarantine")
@RequestScoped
public class QuarantinePage {

  private static final int SHOWN = 20;
  private static final int REASONS = 12;

  @Inject private Quarantine quarantine;
  @Inject private ShopFiles files;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;
  @Inject private Faults faults;

  private List<HeldRow> rows;
  private List<Long> picked;
  private List<ReasonCount> reasons;
  private Part file;

  /** A cell of a row as the page shows it. */
  public record Cell(String name, String column, String value, boolean wide, List<String> faults) {}

  /** What the page shows. */
  QuarantineFilter filter() {
    return new QuarantineFilter(
        asked.number("import").orElse(null),
        asked
            .text("kind")
            .flatMap(kind -> ImportKind.of(kind.toLowerCase(Locale.ROOT)))
            .orElse(null),
        asked.text("field").orElse(null),
        asked.text("reason").orElse(null),
        asked.text("text").orElse(null),
        List.of());
  }

  /** The rows that an act for many is about: those that are ticked, else all that are found. */
  QuarantineFilter meant() {
    if (picked == null) {
      picked =
          asked.all("pick").stream()
              .filter(id -> id.matches("\\d{1,18}"))
              .map(Long::valueOf)
              .toList();
    }
    return picked.isEmpty() ? filter() : new QuarantineFilter(null, null, null, null, null, picked);
  }

  /** What was ticked is done: the page shows no tick any more. */
  void forgetTicks() {
    picked = List.of();
  }

  /** Whether a row is ticked. */
  public boolean picked(HeldRow row) {
    return meant().ids().contains(row.row().id());
  }

  /** The rows of this page, newest first. */
  public List<HeldRow> getRows() {
    if (rows == null) {
      rows = quarantine.list(filter(), asked.number("before").orElse(null), SHOWN);
    }
    return rows;
  }

  /** Does what the pressed button says. */
  public void act() {
    asked.act("mend").map(Long::valueOf).ifPresent(this::mend);
    asked.act("discard").map(Long::valueOf).ifPresent(this::discard);
    asked.act("all").ifPresent(this::all);
    rows = null;
    reasons = null;
  }

  private void mend(long id) {
    me.require(Right.MEND_DATA);
    try {
      Map<String, String> cells = new HashMap<>();
      for (String column : quarantine.find(id).cells().keySet()) {
        asked.raw(box(id, column)).ifPresent(text -> cells.put(column, text));
      }
      asked
          .text("new-name-" + id)
          .ifPresent(name -> cells.put(name.strip(), asked.text("new-value-" + id).orElse("")));
      RowOutcome outcome = quarantine.mend(id, cells, me.getName());
      if (outcome.status() == RowStatus.QUARANTINED) {
        FieldError first = outcome.errors().getFirst();
        say.bad(
            "quarantine.still",
            first.pointer().replaceFirst("^/", "") + " " + faults.say(first.message()));
      } else {
        say.ok("quarantine.mended");
      }
    } catch (NotFoundException gone) {
      say.bad("quarantine.gone");
    }
  }

  private void discard(long id) {
    me.require(Right.MEND_DATA);
    discard(
        new QuarantineFilter(null, null, null, null, null, List.of(id)),
        asked.text("why-" + id).orElse(""));
  }

  private void discard(QuarantineFilter filter, String why) {
    try {
      say.ok("quarantine.discarded", quarantine.discard(filter, why, me.getName()));
      forgetTicks();
    } catch (InvalidInputException invalid) {
      say.bad("quarantine.why.missing");
    }
  }

  private void all(String act) {
    me.require(Right.MEND_DATA);
    if (act.equals("discard")) {
      discard(meant(), asked.text("why").orElse(""));
    } else if (act.equals("replay")) {
      JobView job = quarantine.replay(meant(), Optional.empty(), me.getName());
      say.ok("quarantine.queued", Long.toString(job.id()));
      forgetTicks();
    }
  }

  /** Takes a corrected file in. */
  public String upload() throws IOException {
    me.require(Right.MEND_DATA);
    if (file == null || file.getSize() == 0) {
      say.bad("data.file.missing");
      return null;
    }
    Path target = Files.createTempFile(files.uploads(), "corrected-", ".part");
    try (InputStream in = file.getInputStream()) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    JobView job = quarantine.upload(file.getSubmittedFileName(), target, me.getName());
    return "/job?id=" + job.id() + "&faces-redirect=true";
  }

  /** The cells of a row, those with faults first. */
  public List<Cell> cells(HeldRow row) {
    var cells = new ArrayList<Cell>();
    row.cells()
        .forEach(
            (column, value) -> {
              List<String> faults = row.faults().getOrDefault(column, List.of());
              var cell =
                  new Cell(
                      box(row.row().id(), column),
                      column,
                      asked.raw(box(row.row().id(), column)).orElse(value),
                      value.length() > 60,
                      faults);
              cells.add(faults.isEmpty() ? cells.size() : firstSound(cells), cell);
            });
    return cells;
  }

  private static int firstSound(List<Cell> cells) {
    int place = 0;
    while (place < cells.size() && !cells.get(place).faults().isEmpty()) {
      place++;
    }
    return place;
  }

  /** What is wrong with a row and no cell of it. */
  public List<String> faults(HeldRow row) {
    return row.faults().getOrDefault("", List.of());
  }

  private static String box(long id, String column) {
    return "cell-" + id + "-" + column;
  }

  /** Where older rows are; 0 on the last page. */
  public long getNext() {
    return getRows().size() < SHOWN ? 0 : getRows().getLast().row().id();
  }

  /** What is wrong, the most frequent first. */
  public List<ReasonCount> getReasons() {
    if (reasons == null) {
      reasons =
          quarantine
              .reasons(
                  new QuarantineFilter(
                      filter().importId(), filter().kind(), null, null, filter().text(), List.of()))
              .stream()
              .limit(REASONS)
              .toList();
    }
    return reasons;
  }

  /** Whether only rows with this reason are shown. */
  public boolean chosen(ReasonCount reason) {
    return reason.reason().equals(filter().reason())
        && reason.kind() == filter().kind()
        && reason.field().equals(filter().field() == null ? "" : filter().field());
  }

  /** The address of the rows with a reason. */
  public String address(ReasonCount reason) {
    return "quarantine?import=%s&kind=%s&field=%s&reason=%s&text=%s"
        .formatted(
            getImportId() == null ? "" : getImportId(),
            reason.kind(),
            encode(reason.field()),
            encode(reason.reason()),
            encode(getText()));
  }

  /** The filter as a query, for links that go on with it. */
  public String getQuery() {
    QuarantineFilter filter = filter();
    return "import=%s&kind=%s&field=%s&reason=%s&text=%s"
        .formatted(
            filter.importId() == null ? "" : filter.importId(),
            filter.kind() == null ? "" : filter.kind(),
            encode(filter.field()),
            encode(filter.reason()),
            encode(filter.text()));
  }

  private static String encode(String text) {
    return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** How many rows an act for many is about. */
  public long getCount() {
    return quarantine.count(meant());
  }

  public ImportKind[] getKinds() {
    return ImportKind.values();
  }

  public ImportKind getKind() {
    return filter().kind();
  }

  public String getField() {
    return filter().field();
  }

  public String getReason() {
    return filter().reason();
  }

  public Long getImportId() {
    return filter().importId();
  }

  public String getText() {
    return asked.text("text").orElse("");
  }

  public Long getBefore() {
    return asked.number("before").orElse(null);
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
