package org.silian.journal;

/**
 * What a fact adds to a figure.
 *
 * @param figure the figure's id
 * @param amount in the figure's unit; negative where something ceases
 */
public record Measure(String figure, long amount) {}
