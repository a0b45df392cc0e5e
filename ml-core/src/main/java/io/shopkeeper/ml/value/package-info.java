/**
 * What customers are worth: how often each will buy in the time that comes, whether one still buys
 * at all, what is spent at a purchase, and why. Learnt from who bought when for how much, and from
 * nothing else, as of a day: what came later does not exist. May use tables, trees, the optimiser
 * and the numeric core.
 *
 * <pre>{@code
 * CustomerValueModel model = new BuyTillYouDie().train(log, options, 42, TrainingListener.SILENT);
 * ValueForecast forecast = model.forecast(history, log.end());
 * double expected = forecast.purchases();   // within the horizon of the training
 * }</pre>
 */
package io.shopkeeper.ml.value;
