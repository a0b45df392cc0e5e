package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.fraud.boundary.ListDesk;
import io.shopkeeper.fraud.boundary.ListEntryView;
import io.shopkeeper.fraud.boundary.ListImport;
import io.shopkeeper.fraud.boundary.ListView;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A list with its entries. */
@Named("fraudList")
@RequestScoped
public class ListPage {

  private static final long LARGEST = 10_000_000;

  @Inject private ListDesk desk;
  @Inject private Asked asked;
  @Inject private Faults sentences;
  @Inject private Words words;
  @Inject private Me me;
  @Inject private Say say;

  private String name;
  private ListView found;
  private List<ListEntryView> entries = List.of();
  private ListImport refused;
  private Part file;

  @PostConstruct
  void begin() {
    name = asked.text("name").orElse("");
    read();
  }

  private void read() {
    found = desk.find(name).orElse(null);
    if (found != null) {
      entries = desk.entries(name, getBegins(), getFrom(), me.may("SEE_PAYMENT_KEYS"));
    }
  }

  /** Says so where there is no such list. */
  public void load() throws IOException {
    if (found == null) {
      NotFound.answer();
    }
  }

  /** Does what the button that was pressed says. */
  public String act() {
    if (asked.act("drop").isPresent()) {
      drop(asked.act("drop").get());
    }
    return switch (asked.act("do").orElse("")) {
      case "add" -> add(asked.raw("rows").orElse(""));
      case "remove" -> remove();
      default -> null;
    };
  }

  /** Adds the entries of the file that was chosen. */
  public void take() {
    me.require(Right.WRITE_RULES);
    if (file == null || file.getSize() == 0) {
      say.bad("fraudList.file.none");
    } else if (file.getSize() > LARGEST) {
      say.bad("fraudList.file.large");
    } else {
      text().ifPresent(this::add);
    }
  }

  private Optional<String> text() {
    try (var in = file.getInputStream()) {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(in.readAllBytes()))
              .toString());
    } catch (CharacterCodingException other) {
      say.bad("fraudList.file.coding");
    } catch (IOException lost) {
      say.bad("fraudList.file.none");
    }
    return Optional.empty();
  }

  private String add(String text) {
    me.require(Right.WRITE_RULES);
    try {
      ListImport done = desk.add(name, text, me.getName());
      if (done.wrong() > 0) {
        refused = done;
      } else {
        say.ok("fraudList.added", done.added(), done.renewed());
      }
    } catch (NotFoundException gone) {
      say.badText(sentences.say(gone.getMessage()));
    }
    read();
    return null;
  }

  private void drop(String key) {
    me.require(Right.WRITE_RULES);
    try {
      desk.removeEntry(name, key, me.getName());
      say.ok("fraudList.dropped");
    } catch (NotFoundException gone) {
      say.bad("fraudList.gone");
    }
    read();
  }

  private String remove() {
    me.require(Right.WRITE_RULES);
    try {
      desk.remove(name, me.getName());
      say.ok("fraudList.removed", name);
      return "/fraud-lists?faces-redirect=true";
    } catch (ConflictException used) {
      say.bad("fraudList.used", String.join(", ", desk.usedBy(name)));
    } catch (NotFoundException gone) {
      say.badText(sentences.say(gone.getMessage()));
    }
    return null;
  }

  /** What is wrong with a row, in words. */
  public String fault(ListImport.Fault fault) {
    String what = words.of("listFault", fault.fault());
    return fault.line() == 0
        ? what
        : words.format("fraudList.line", fault.line(), what, shown(fault.text()));
  }

  private static String shown(String text) {
    return text.isEmpty() ? "" : "“" + text + "”";
  }

  public ListView getFound() {
    return found;
  }

  public String getName() {
    return name;
  }

  public List<ListEntryView> getEntries() {
    return entries;
  }

  /** Why the rows that were sent were refused; null if they were not. */
  public ListImport getRefused() {
    return refused;
  }

  /** Rules that look into it. */
  public String getUsers() {
    return String.join(", ", desk.usedBy(name));
  }

  /** How the entries that are shown begin. */
  public String getBegins() {
    return asked.text("begins").orElse("");
  }

  /** From which on. */
  public int getFrom() {
    return asked.number("from").map(from -> (int) Math.min(from, 1_000_000)).orElse(0);
  }

  /** Where the next ones begin; 0 where there are no more. */
  public int getNext() {
    return entries.size() == ListDesk.PAGE ? getFrom() + ListDesk.PAGE : 0;
  }

  /** What was typed and refused. */
  public String getTyped() {
    return refused == null ? "" : asked.raw("rows").orElse("");
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
