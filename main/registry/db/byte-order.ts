import { type ColumnDefinitionNode, type KyselyPlugin, OperationNodeTransformer, sql } from 'kysely';

/** PostgreSQL's name for comparing texts byte by byte, as SQLite does. */
const byteOrderedText = sql`text collate "C"`.toOperationNode();

class ByteOrderTransformer extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
    const column = super.transformColumnDefinition(node);
    const { dataType } = column;
    const isText = 'dataType' in dataType && dataType.dataType === 'text';
    return isText ? { ...column, dataType: byteOrderedText } : column;
  }
}

/** Makes every text column of a migration one that sorts by bytes, whatever language the database was made for. */
export function createByteOrder(): KyselyPlugin {
  const transformer = new ByteOrderTransformer();
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
}
