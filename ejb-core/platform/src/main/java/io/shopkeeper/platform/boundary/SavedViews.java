package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.ListChoice;
import io.shopkeeper.platform.entity.SavedViewEntry;
import io.shopkeeper.platform.views.ViewStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** What each person has set for each list: named views, and the columns to show. */
@Stateless
public class SavedViews {

  private static final int MOST_VIEWS = 50;
  private static final int LONGEST_QUERY = 2000;

  @Inject private ViewStore store;
  @Inject private Clock clock;

  /** A person's views of a list, by name. */
  public List<SavedView> of(String person, String list) {
    return store.views(person, list).stream().map(SavedViewEntry::view).toList();
  }

  /**
   * Keeps a view, new or in place of the one with its name.
   *
   * @throws InvalidInputException if name or query will not do, or there are too many
   */
  public void save(String person, String list, String name, String query) {
    if (name.isBlank() || name.length() > 80 || query.length() > LONGEST_QUERY) {
      throw InvalidInputException.of("name", "must have 1 to 80 characters, and the view fit");
    }
    List<SavedViewEntry> known = store.views(person, list);
    known.stream()
        .filter(view -> view.view().name().equals(name))
        .findFirst()
        .ifPresentOrElse(
            view -> view.replace(query),
            () -> {
              if (known.size() >= MOST_VIEWS) {
                throw InvalidInputException.of("name", "is one view too many: remove another");
              }
              store.add(new SavedViewEntry(person, list, name, query, clock.instant()));
            });
  }

  /** Removes one of a person's views; another person's stays. */
  public void remove(String person, long id) {
    store.view(person, id).ifPresent(store::remove);
  }

  /** The columns that a person wants to see of a list; empty for the list's own. */
  public List<String> columns(String person, String list) {
    return store
        .choice(person, list)
        .map(ListChoice::columns)
        .filter(columns -> !columns.isEmpty())
        .map(columns -> List.copyOf(Arrays.asList(columns.split(","))))
        .orElse(List.of());
  }

  /** Chooses the columns to see; none for the list's own. */
  public void chooseColumns(String person, String list, List<String> columns) {
    String joined = String.join(",", columns);
    store
        .choice(person, list)
        .ifPresentOrElse(
            choice -> choice.replace(joined),
            () -> store.add(new ListChoice(person, list, joined)));
  }
}
