/**
 * Matrix factorisation by alternating least squares: while one side's vectors stand still, the best
 * ones of the other are the solutions of small systems, one for each user or item.
 */
package io.shopkeeper.ml.als;
