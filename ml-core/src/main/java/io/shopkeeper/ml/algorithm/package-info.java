/**
 * What every way of learning has in common: a name, options as a record that a form, a command line
 * and a tuner can read, a training that tells how far it is and can be stopped, and a stored form.
 *
 * <p>The kinds of algorithms stand beside their data: {@code ml.table} (a table of columns and a
 * target), {@code ml.ranking} (who did what when), {@code ml.rating} (ratings). A family is a
 * package of its own and uses these; the lists of all are in {@code ml.family}.
 *
 * <pre>{@code
 * Map<String, String> typed = Map.of("trees", "300", "rate", "0.05");
 * GradientBoosting.Options options = OptionsForm.of(algorithm).parse(typed);
 * TableModel model = algorithm.train(data, options, 42, listener);
 * }</pre>
 */
package io.shopkeeper.ml.algorithm;
