/** What is kept of placements and their recipes. Nothing outside of this module sees it. */
package io.shopkeeper.recommendation.entity;
