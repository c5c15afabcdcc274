package de.einsnull.sensors.driver.modbus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Registers without a gap that are asked for at once. Gaps are not asked for: many devices refuse registers they do not have.
 *
 * @param table where they stand
 * @param address of the first
 * @param count how many
 * @param registers what is read from them
 */
record Block(Table table, int address, int count, List<Register> registers) {

    /**
     * What a device answered.
     *
     * @param block what was asked for
     * @param bytes as many as the block needs
     */
    record Data(Block block, byte[] bytes) {

        boolean bit(int wanted) {
            int index = wanted - block.address();
            return ((bytes[index / 8] >> (index % 8)) & 1) == 1;
        }

        byte[] registers(int wanted, int length) {
            int from = (wanted - block.address()) * 2;
            return Arrays.copyOfRange(bytes, from, from + length * 2);
        }
    }

    static List<Block> of(List<Register> registers) {
        var sorted = registers.stream()
                .sorted(Comparator.comparing(Register::table).thenComparing(Register::address))
                .toList();
        var blocks = new ArrayList<Block>();
        for (Register register : sorted) {
            var last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last != null && last.canTake(register)) {
                blocks.set(blocks.size() - 1, last.with(register));
            } else {
                blocks.add(new Block(register.table(), register.address(), register.length(), List.of(register)));
            }
        }
        return blocks;
    }

    private boolean canTake(Register next) {
        return next.table() == table
                && next.address() <= address + count
                && next.address() + next.length() - address <= table.most();
    }

    private Block with(Register next) {
        var more = new ArrayList<>(registers);
        more.add(next);
        int length = Math.max(count, next.address() + next.length() - address);
        return new Block(table, address, length, more);
    }

    @Override
    public String toString() {
        return table.name().toLowerCase(Locale.ROOT) + " " + address
                + (count > 1 ? " to " + (address + count - 1) : "");
    }
}
