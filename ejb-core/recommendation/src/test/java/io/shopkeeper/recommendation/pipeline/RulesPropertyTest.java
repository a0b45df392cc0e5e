package io.shopkeeper.recommendation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.recommendation.boundary.recipe.ProductFilter;
import io.shopkeeper.recommendation.boundary.recipe.Rule;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of every list, whatever the sources propose. */
class RulesPropertyTest {

  private static final int PRODUCTS = 26;

  private static List<String> shuffled(long seed) {
    List<String> ids = new ArrayList<>(IntStream.range(0, PRODUCTS).mapToObj(Shop::name).toList());
    Collections.shuffle(ids, new Random(seed));
    return ids;
  }

  private static Shop shop(List<String> order) {
    return Shop.of(PRODUCTS)
        .proposes(SourceKind.PERSONAL, order.subList(0, 16).toArray(String[]::new))
        .proposes(SourceKind.TRENDING, order.subList(10, PRODUCTS).toArray(String[]::new));
  }

  @Property(seed = "7", tries = 200)
  void pinsKeepTheirPlacesAndAllOthersTheirOrder(
      @ForAll long seed,
      @ForAll @Size(max = 4) Set<@IntRange(max = PRODUCTS - 1) Integer> pinned,
      @ForAll @IntRange(min = 1, max = 30) int n) {
    List<String> order = shuffled(seed);
    List<Rule> rules = new ArrayList<>();
    int place = 1;
    for (int product : pinned) {
      rules.add(new Rule.Pin(Shop.name(product), place));
      place += 2;
    }
    List<String> plain = shop(order).list(Shop.recipe(), n);
    List<String> list = shop(order).list(Shop.recipe(rules.toArray(Rule[]::new)), n);
    assertThat(list).doesNotHaveDuplicates().hasSize(plain.size());
    for (Rule rule : rules) {
      Rule.Pin pin = (Rule.Pin) rule;
      if (pin.place() <= n) {
        assertThat(list.get(pin.place() - 1)).isEqualTo(pin.product());
      }
    }
    Set<String> names = pinned.stream().map(Shop::name).collect(Collectors.toSet());
    assertThat(without(list, names)).isSubsetOf(plain).isEqualTo(first(plain, list, names));
  }

  private static List<String> without(List<String> list, Set<String> names) {
    return list.stream().filter(id -> !names.contains(id)).toList();
  }

  /** As many of the plain list as there is room for beside the pins. */
  private static List<String> first(List<String> plain, List<String> list, Set<String> names) {
    return without(plain, names).subList(0, without(list, names).size());
  }

  @Property(seed = "7", tries = 200)
  void capsHoldAndTheOrderIsKept(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int most, @ForAll Rule.Trait trait) {
    List<String> order = shuffled(seed);
    Shop shop = shop(order);
    List<String> list = shop.list(Shop.recipe(new Rule.Cap(trait, most)), 20);
    Function<String, String> of =
        id ->
            trait == Rule.Trait.BRAND
                ? shop.shelf.get(id).brand()
                : shop.shelf.get(id).categoryPath();
    Map<String, Long> counts =
        list.stream().collect(Collectors.groupingBy(of, Collectors.counting()));
    assertThat(counts.values()).allMatch(count -> count <= most);
    assertThat(list)
        .isSortedAccordingTo(
            (one, other) -> Integer.compare(order.indexOf(one), order.indexOf(other)));
  }

  @Property(seed = "7", tries = 200)
  void whatIsExcludedNeverAppearsNotEvenPinned(
      @ForAll long seed, @ForAll @Size(max = 10) Set<@IntRange(max = 25) Integer> excluded) {
    List<String> order = shuffled(seed);
    String[] names = excluded.stream().map(Shop::name).toArray(String[]::new);
    List<Rule> rules = new ArrayList<>();
    for (String name : names) {
      rules.add(new Rule.Pin(name, 1));
      rules.add(new Rule.Exclude(ProductFilter.products(name)));
    }
    List<String> list = shop(order).list(Shop.recipe(rules.toArray(Rule[]::new)), PRODUCTS);
    assertThat(list).hasSize(PRODUCTS - names.length);
    assertThat(list).isEqualTo(without(order, Set.of(names)));
  }
}
