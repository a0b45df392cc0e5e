/**
 * How much of each product will be sold, week by week, and how sure that is. Several ways of
 * foretelling compete on earlier weeks of the shop itself; for each product the one is taken that
 * did best there, and what it was wrong by there makes the bands. Learnt from the weeks before a
 * week, and from nothing else. May use tables, trees and the numeric core.
 *
 * <pre>{@code
 * DemandModel model = new ChosenDemand().train(log, options, 42, TrainingListener.SILENT);
 * DemandForecast forecast = model.forecast("P-1", history);
 * double expected = forecast.expected()[0];   // units in the first week that comes
 * }</pre>
 */
package io.shopkeeper.ml.forecast;
