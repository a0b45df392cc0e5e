package io.shopkeeper.chatbot.dialogue;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.ProductQuery;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.nlp.text.Normaliser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which products a text names: those in stock whose titles or brands have its words. Words that ask
 * ("do you have", 有没有) are left out; of Chinese, which is written without blanks, the longest
 * pieces that the catalogue knows count.
 */
@ApplicationScoped
class ProductTopic {

  private static final int MOST_QUERIES = 16;
  private static final int PER_WORD = 200;
  private static final int LONGEST_PIECE = 4;
  private static final int SHORTEST_PIECE = 2;
  private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}][\\p{IsLatin}0-9'-]{2,}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
  private static final Set<String> ASKING = asking();

  @Inject private Products products;

  /** A product with how well it fits: rare words weigh more. */
  private record Fit(ProductData product, double weight) {}

  /** The products, the best first; empty if none is named. */
  List<ProductData> products(String text, Locale locale) {
    Map<String, Fit> fits = new LinkedHashMap<>();
    int queries = 0;
    for (String word : words(Normaliser.normalise(text))) {
      if (queries++ == MOST_QUERIES) {
        break;
      }
      addFits(word, fits);
    }
    String rest = Normaliser.normalise(text);
    for (String phrase : askingIn(rest)) {
      rest = rest.replace(phrase, " ");
    }
    addPieces(rest, MOST_QUERIES - queries, fits);
    double best = fits.values().stream().mapToDouble(Fit::weight).max().orElse(0);
    return fits.values().stream()
        .filter(fit -> fit.weight() > best / 2)
        .sorted(
            Comparator.comparingDouble(Fit::weight)
                .reversed()
                .thenComparing(fit -> fit.product().title(locale)))
        .map(Fit::product)
        .toList();
  }

  private boolean addFits(String word, Map<String, Fit> fits) {
    List<ProductData> found =
        products.list(new ProductQuery(null, word, null, PER_WORD, true)).items();
    double weight = 1 / Math.log(Math.E + found.size());
    for (ProductData product : found) {
      if (product.stock() > 0) {
        fits.merge(
            product.id(),
            new Fit(product, weight),
            (one, two) -> new Fit(product, one.weight() + two.weight()));
      }
    }
    return !found.isEmpty();
  }

  private void addPieces(String text, int queries, Map<String, Fit> fits) {
    int left = queries;
    for (String han : HAN.matcher(text).results().map(MatchResult::group).toList()) {
      boolean found = false;
      for (int length = Math.min(LONGEST_PIECE, han.length());
          length >= SHORTEST_PIECE && !found;
          length--) {
        for (int from = 0; from + length <= han.length() && left > 0; from++) {
          left--;
          found |= addFits(han.substring(from, from + length), fits);
        }
      }
    }
  }

  /** The words that may name something, in their simplest form. */
  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(word -> !ASKING.contains(word))
        .map(ProductTopic::singular)
        .forEach(words::add);
    return words;
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3);
    }
    if (word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes")) {
      return word.substring(0, word.length() - 2);
    }
    return word.endsWith("s") && !word.endsWith("ss") && word.length() > 3
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static List<String> askingIn(String text) {
    List<String> found = new ArrayList<>(ASKING);
    found.removeIf(phrase -> !HAN.matcher(phrase).matches() || !text.contains(phrase));
    found.sort(Comparator.comparingInt(String::length).reversed());
    return found;
  }

  private static Set<String> asking() {
    try (InputStream in = ProductTopic.class.getResourceAsStream("asking-words.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
