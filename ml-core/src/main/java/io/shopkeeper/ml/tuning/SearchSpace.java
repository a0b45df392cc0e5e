package io.shopkeeper.ml.tuning;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.OptionsForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Where to look: some options of a record, each as a number from 0 to 1; the others stay as they
 * are. Numbers are searched where their {@link io.shopkeeper.ml.algorithm.Limits} say from where to
 * where; switches and choices are searched too, unless they are left out. Immutable.
 *
 * @param <O> the options
 */
public final class SearchSpace<O extends Record> {

  private final OptionsForm<O> form;
  private final O base;
  private final List<SearchDimension> dimensions;

  private SearchSpace(OptionsForm<O> form, O base, List<SearchDimension> dimensions) {
    this.form = form;
    this.base = base;
    this.dimensions = List.copyOf(dimensions);
  }

  /** Around the standard options of an algorithm. */
  public static <O extends Record> SearchSpace<O> of(Algorithm<?, O, ?> algorithm) {
    return of(OptionsForm.of(algorithm), algorithm.standard());
  }

  /** Around options. */
  public static <O extends Record> SearchSpace<O> of(OptionsForm<O> form, O base) {
    return new SearchSpace<>(
        form,
        base,
        form.fields().stream()
            .filter(SearchDimension::isSearched)
            .map(SearchDimension::of)
            .toList());
  }

  /** The options that are not searched, and the ones to begin with. */
  public O base() {
    return base;
  }

  /** What is searched. */
  public List<SearchDimension> dimensions() {
    return dimensions;
  }

  /** Only those options are searched. */
  public SearchSpace<O> only(String... names) {
    Arrays.stream(names).forEach(this::required);
    return keeping(one -> List.of(names).contains(one.name()));
  }

  /** Those options are not searched. */
  public SearchSpace<O> without(String... names) {
    Arrays.stream(names).forEach(this::required);
    return keeping(one -> !List.of(names).contains(one.name()));
  }

  private SearchSpace<O> keeping(Predicate<SearchDimension> kept) {
    return new SearchSpace<>(form, base, dimensions.stream().filter(kept).toList());
  }

  /** A number is searched from here to there. */
  public SearchSpace<O> within(String name, double least, double most) {
    SearchDimension old = required(name);
    var limited =
        new SearchDimension(name, old.type(), least, most, old.logarithmic(), old.choices());
    return new SearchSpace<>(
        form, base, dimensions.stream().map(one -> one.equals(old) ? limited : one).toList());
  }

  private SearchDimension required(String name) {
    return dimensions.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is not searched; there are %s"
                        .formatted(
                            name,
                            String.join(
                                ", ", dimensions.stream().map(SearchDimension::name).toList()))));
  }

  /** Numbers of a point. */
  int width() {
    return dimensions.size();
  }

  double[] random(SplittableRandom random) {
    return random.doubles(width()).toArray();
  }

  /** Where options lie. */
  double[] point(O options) {
    Map<String, String> values = form.format(options);
    return dimensions.stream().mapToDouble(one -> one.unit(values.get(one.name()))).toArray();
  }

  /**
   * The options of a point.
   *
   * @throws io.shopkeeper.ml.algorithm.WrongOptionException if the record refuses them together
   */
  O options(double[] point) {
    Map<String, String> values = form.format(base);
    for (int place = 0; place < point.length; place++) {
      values.put(dimensions.get(place).name(), dimensions.get(place).value(point[place]));
    }
    return form.parse(values);
  }

  /**
   * A point for distances: whole numbers in the middle of their share, each choice a number of its
   * own, so that all choices are equally far from each other.
   */
  double[] features(double[] point) {
    List<Double> features = new ArrayList<>();
    for (int place = 0; place < point.length; place++) {
      SearchDimension dimension = dimensions.get(place);
      if (!dimension.isChoice()) {
        features.add(dimension.unit(dimension.value(point[place])));
      } else if (dimension.choices().size() == 2) {
        features.add((double) dimension.place(point[place]));
      } else {
        for (int choice = 0; choice < dimension.choices().size(); choice++) {
          features.add(choice == dimension.place(point[place]) ? Math.sqrt(0.5) : 0);
        }
      }
    }
    return features.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
