/**
 * How demand answers to price: for each product the percent by which weekly demand changes when the
 * price changes by one, learnt from weeks in which the product was sold at different prices, drawn
 * to the products of its category and to all. Of a product whose price hardly moved nothing is
 * said. May use what demand is made of and the numeric core.
 *
 * <pre>{@code
 * PriceSensitivities all = PriceSensitivities.learn(log);
 * all.of("P-1").filter(PriceSensitivity::known).map(PriceSensitivity::elasticity);   // such as −1.7
 * }</pre>
 */
package io.shopkeeper.ml.price;
