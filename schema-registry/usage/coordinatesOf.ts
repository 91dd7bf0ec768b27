import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Every part of the schema that an operation uses: types, fields, arguments, enum values and input fields, as coordinates
 * (`Product`, `Product.name`, `Query.product.id`). A variable of an input type may hold any of its fields, so the type stands for them.
 */
export function coordinatesOf(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const used = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: (node) => {
        const parent = info.getParentType();
        if (!parent || node.name.value.startsWith('__')) return;
        used.add(parent.name).add(`${parent.name}.${node.name.value}`);
        const type = getNamedType(info.getType());
        if (type && (isEnumType(type) || isCompositeType(type))) used.add(type.name);
      },
      InlineFragment: ({ typeCondition }) => void (typeCondition && used.add(typeCondition.name.value)),
      FragmentDefinition: ({ typeCondition }) => void used.add(typeCondition.name.value),
      Argument: (node) => {
        const [parent, field] = [info.getParentType(), info.getFieldDef()];
        if (parent && field && info.getArgument()) used.add(`${parent.name}.${field.name}.${node.name.value}`);
        const type = getNamedType(info.getInputType());
        if (type && !type.name.startsWith('__')) used.add(type.name);
      },
      EnumValue: (node) => {
        const type = getNamedType(info.getInputType());
        if (type) used.add(`${type.name}.${node.value}`);
      },
      ObjectField: (node) => {
        const type = getNamedType(info.getParentInputType());
        if (type) used.add(`${type.name}.${node.name.value}`);
      },
      VariableDefinition: (node) => {
        const type = typeFromAST(schema, node.type as never);
        if (type && isInputType(type)) used.add(getNamedType(type).name);
      },
    }),
  );
  return used;
}
