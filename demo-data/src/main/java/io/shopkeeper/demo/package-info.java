/**
 * Makes the demo shop: products with drawn pictures, customers with tastes, and what they did in
 * half a year. The same seed and end date always give the same files. For example:
 *
 * <pre>java -jar shopkeeper-demo-data.jar --out demo --seed 42 --until 2026-01-31</pre>
 *
 * <p>How the shop is made up:
 *
 * <ul>
 *   <li>{@code types.tsv}: 50 kinds of products with price range, month of most demand and partners
 *       that are bought with them; each comes in some variants of brand and colour;
 *   <li>each customer has one to three of thirteen tastes, a feeling for prices and a rhythm;
 *   <li>a session is a walk: a kind by taste and season, some of its variants, perhaps the cart,
 *       perhaps the partner, perhaps the till; a few weeks later perhaps a rating;
 *   <li>orders are paid for, mostly as always, and thieves try what thieves try; {@code
 *       transactions.csv} is the past, {@code payments.jsonl} the last month, to be judged.
 * </ul>
 */
package io.shopkeeper.demo;
