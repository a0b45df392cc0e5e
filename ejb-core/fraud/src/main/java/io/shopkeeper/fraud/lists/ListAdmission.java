package io.shopkeeper.fraud.lists;

import io.shopkeeper.fraud.boundary.ListImport;
import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.entity.StoredList;
import io.shopkeeper.fraud.entity.StoredListEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the entries of a file into a list: all, or none. */
public final class ListAdmission {

  /** Entries of a list. */
  static final int MOST = 200_000;

  /** Entries of a list that matches what is similar: each is compared with each payment. */
  static final int MOST_SIMILAR = 2_000;

  private final ListStore lists;
  private final Clock clock;

  public ListAdmission(ListStore lists, Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  /** Says what became of it; nothing is written if a row is wrong. */
  public ListImport add(StoredList list, String text, String by) {
    ListKind kind = list.kind();
    ListFile file = ListFile.read(kind, text);
    if (file.wrong() > 0) {
      return new ListImport(0, 0, file.faults(), file.wrong());
    }
    if (file.rows().isEmpty()) {
      return refused("no-rows");
    }
    Map<String, StoredListEntry> known = new HashMap<>();
    for (StoredListEntry entry : lists.entries(list.name())) {
      known.put(entry.key(), entry);
    }
    List<StoredListEntry> fresh = new ArrayList<>();
    List<ListFile.Row> old = new ArrayList<>();
    for (ListFile.Row row : file.rows()) {
      if (known.containsKey(row.key())) {
        old.add(row);
      } else {
        fresh.add(
            new StoredListEntry(
                list.name(),
                row.key(),
                row.entry(),
                row.note(),
                row.expiresAt(),
                by,
                clock.instant()));
      }
    }
    if (known.size() + fresh.size() > (list.distance() > 0 ? MOST_SIMILAR : MOST)) {
      return refused(list.distance() > 0 ? "full-similar" : "full");
    }
    old.forEach(row -> known.get(row.key()).renew(row.entry(), row.note(), row.expiresAt(), by));
    lists.add(fresh);
    return new ListImport(fresh.size(), old.size(), List.of(), 0);
  }

  private static ListImport refused(String fault) {
    return new ListImport(0, 0, List.of(new ListImport.Fault(0, 0, fault, "")), 1);
  }
}
