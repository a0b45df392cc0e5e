package io.shopkeeper.fraud.lists;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.entity.StoredList;
import io.shopkeeper.fraud.entity.StoredListEntry;
import io.shopkeeper.fraud.rules.KeyField;
import io.shopkeeper.fraud.rules.ListBook;
import io.shopkeeper.fraud.rules.PaymentFacts;
import io.shopkeeper.fraud.rules.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All lists in memory. Immutable. */
public final class ValueLists implements ListBook {

  private final Map<String, ValueList> lists;

  ValueLists(Map<String, ValueList> lists) {
    this.lists = Map.copyOf(lists);
  }

  /** Those that are stored. */
  public static ValueLists of(List<StoredList> lists, List<StoredListEntry> entries) {
    Map<String, List<ValueList.Entry>> byList = new HashMap<>();
    for (StoredListEntry entry : entries) {
      byList
          .computeIfAbsent(entry.list(), name -> new ArrayList<>())
          .add(
              new ValueList.Entry(
                  entry.entry(), entry.expiresAt() == null ? Long.MAX_VALUE : entry.expiresAt()));
    }
    Map<String, ValueList> made = new HashMap<>();
    for (StoredList list : lists) {
      made.put(
          list.name(),
          new ValueList(list.kind(), list.distance(), byList.getOrDefault(list.name(), List.of())));
    }
    return new ValueLists(made);
  }

  /** What lists hold, by their names. */
  public static Map<String, ListKind> kinds(List<StoredList> lists) {
    Map<String, ListKind> kinds = new HashMap<>();
    lists.forEach(list -> kinds.put(list.name(), list.kind()));
    return kinds;
  }

  @Override
  public Truth has(String list, KeyField field, PaymentFacts facts) {
    ValueList known = lists.get(list);
    Optional<String> seen = field.of(facts.payment());
    return known == null || seen.isEmpty() ? Truth.UNKNOWN : known.has(seen.get(), facts);
  }
}
