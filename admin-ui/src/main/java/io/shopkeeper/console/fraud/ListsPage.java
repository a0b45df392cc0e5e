package io.shopkeeper.console.fraud;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.fraud.boundary.ListDesk;
import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.boundary.ListOrder;
import io.shopkeeper.fraud.boundary.ListView;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The lists that rules look into, and new ones. */
@Named("fraudLists")
@RequestScoped
public class ListsPage {

  @Inject private ListDesk desk;
  @Inject private Asked asked;
  @Inject private Faults sentences;
  @Inject private Me me;
  @Inject private Say say;

  /** Makes a list. */
  public String act() {
    if (asked.act("make").isEmpty()) {
      return null;
    }
    me.require(Right.WRITE_RULES);
    String name = asked.act("name").map(String::strip).orElse("");
    ListKind kind =
        Arrays.stream(ListKind.values())
            .filter(each -> asked.act("kind").filter(each.name()::equals).isPresent())
            .findFirst()
            .orElse(null);
    int distance = asked.number("distance").map(Long::intValue).orElse(0);
    try {
      desk.create(
          new ListOrder(name, kind, distance, asked.act("purpose").orElse("")), me.getName());
      say.ok("fraudLists.made", name);
      return "/fraud-list?faces-redirect=true&name=" + name;
    } catch (InvalidInputException wrong) {
      wrong
          .errors()
          .forEach(error -> say.bad("fraudLists.wrong" + error.pointer().replace('/', '.')));
    } catch (ConflictException there) {
      say.badText(sentences.say(there.getMessage()));
    }
    return null;
  }

  public List<ListView> getAll() {
    return desk.all();
  }

  public List<ListKind> getKinds() {
    return List.of(ListKind.values());
  }

  /** What was typed; empty for nothing. */
  public String typed(String field) {
    return asked.raw(field).orElse("");
  }
}
