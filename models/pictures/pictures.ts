import type { BuiltModel } from '../builtModel.ts';

const PACKAGE = '@lobehub/fluent-emoji-3d';

/** The file of each picture in the package, and its sha256. */
const FILES: Readonly<Record<string, readonly [code: string, sha256: string]>> = {
  'baby-bottle.webp': ['1f37c', '74f9774553144aeb25067e4261afbca495b58ac077efc893283dfe070b279007'],
  'backpack.webp': ['1f392', 'b7b748a498bcd5e82e169fd467bf05c3f932fb325c4a018d9e0f66a25bb91de2'],
  'banana.webp': ['1f34c', '6ec2e63f4ea6debbe2c4afb79921dc1d5f834a60b3b76b4c178356b9268f8cf8'],
  'bar-of-soap.webp': ['1f9fc', '331a74b55c352734cd98c75a310f214c19fe48a1a52f87e8494cafbbeacca124'],
  'basket.webp': ['1f9fa', '6bd6f53ca01b86fee2a67640a5245966104a8dc161edbc37c950bfddf9ea231c'],
  'bed.webp': ['1f6cf-fe0f', 'efad1f61be96db46c4aacd5fb9b9c9b38d38b042f8aad7f8ebea072f95c103d2'],
  'bento-box.webp': ['1f371', '12a88b8b59f00cb6d32c641344d9e10485ac44f5282eb93c505605bc987f47a2'],
  'bone.webp': ['1f9b4', '6e24047e94e11e14076595feef68142fc28568ca2c77c2c6201e1ba4f7eba732'],
  'bowl-with-spoon.webp': ['1f963', '081899f61032b7389ff580eff8500d00eff2150ff3dd3846dee9ae723e91cea5'],
  'broom.webp': ['1f9f9', '67bf4e91a7e425133020c8e7f2465dac85097cf9c6f2a02f487c3e916aea9171'],
  'bucket.webp': ['1faa3', '3258598cf19903b5b0be2f4119d84232e12e58fafcb1ebd6d81771138aacbd2e'],
  'candy.webp': ['1f36c', 'bd09c871680c3eeb562dadaa571d43e2b5b47d118be263b20245747227fbbc31'],
  'coat.webp': ['1f9e5', 'cfc8756f7c545c5876f7a5f49aec8023643853864f058172df61c919972d5b76'],
  'computer-mouse.webp': ['1f5b1-fe0f', 'fac3124e4305302642343801c7e040b0baa925523e78860d8f6085f6dd882b38'],
  'cooking.webp': ['1f373', '5d2763f6ed7afccc3b50f072d6150494323018f64969314aa98a406eb309cd84'],
  'cup-with-straw.webp': ['1f964', 'cab8c0fd91f78ada694672758361c46162d0666c194d2ca955e5906ea900e108'],
  'diving-mask.webp': ['1f93f', '69c52dd1b0b4a441726e56ae6d405dc17b414e30b6dd7e110c409c5010df712e'],
  'electric-plug.webp': ['1f50c', 'dd9dcba5fb502b79e55720f97d7a3581616830e2c117f3ab6858ca82c6842015'],
  'fishing-pole.webp': ['1f3a3', 'abd32895fc8ed469ca776a40d748d04acf3ff78997f41b5d95fa19a922fa5237'],
  'flip-flop.webp': ['1fa74', 'd6553b2603d7c9f216e8667a559b066f42806e734a477dfb11dc738cd88b10df'],
  'gloves.webp': ['1f9e4', 'c8b798cfa852c16ec79fd480d7a0c4c5cf1619468d92cfdc7cfcfe9aceb648a7'],
  'goggles.webp': ['1f97d', '1cada3ef1d031bfce1adc864f90145db99b35c880eb1f78c04e5c993c752dc7b'],
  'handbag.webp': ['1f45c', '327194c7647fa3fe3586be01a36ab1e7dd1a63921bf73a138599c7135dbabd61'],
  'headphone.webp': ['1f3a7', '3833f337b70cfabc0b07df0b024f32fa1f960133c28c6c5265d37ee659593e53'],
  'hot-beverage.webp': ['2615', 'bad529edc821f1ded582b4f9cf4c14faf3a97b12a0dffe4184050aba0f4e45f3'],
  'hot-pepper.webp': ['1f336-fe0f', '5fa90d143dae3510bd6e58a15d67e857e627fd0074a4b6fdde8c574c49b45a5f'],
  'jar.webp': ['1fad9', '073f1a0f14aa96f1eef6492844f55ac1cd9e2aea3db2d18233d200662a6b7aaa'],
  'jeans.webp': ['1f456', '0bcd3407a4b8c580aa8d19d59219cc8e21961927a4da6585c9228ab5958fb5d8'],
  'jigsaw-piece.webp': ['1f9e9', '95adbe1780b30a7b7959e06447427814a1c56f950b4a446ae7b1b59b487a8034'],
  'keyboard.webp': ['2328-fe0f', '517e0932600b3132f8a0a8b432daaafeee59794febc7163abac1a1a0bfea2e95'],
  'kitchen-knife.webp': ['1f52a', '0954d7daa654227c3fa722e4a2249fac4b6be25d8d13607e3a29f5bc68b8f0ad'],
  'light-bulb.webp': ['1f4a1', 'b02379ba2a8272aca3831aa5371646ec45198d37debb88d178d6d30220fb26c3'],
  'lipstick.webp': ['1f484', '5b1900c623cf72e095590f43331cbdc15441aab9c344b82573ef1fea35c86224'],
  'lotion-bottle.webp': ['1f9f4', '73ad6402627f12ec31246dc03aed1006702908475eb3984d93b3582af0585057'],
  'mango.webp': ['1f96d', 'ba56bdad39a2b4c61776140826208e294f313e7646abc02b8caae8c46c83b17a'],
  'minibus.webp': ['1f690', '2de0d1499d420f59cb77a2e0c90b0ee6061254589164e49d2515df011d49255c'],
  'mobile-phone.webp': ['1f4f1', '55238c42ada2ba99bd474fd0aae419c6d4fa33678c4f52df5b1e5be868a6e70c'],
  'notebook.webp': ['1f4d3', '05525356f219727e621c7c20d9e487243445d4bdef1f23865c2cab63fd1740d9'],
  'paintbrush.webp': ['1f58c-fe0f', 'c7fe5762f23e58f3800b48e696ce0f6e38b771d26eb8e0610e4b87d9bf4565af'],
  'pen.webp': ['1f58a-fe0f', '4e5652a6918709f2cb7f15054891a16acf4bf154f29f29bd3f1e418e41a0fcfb'],
  'pot-of-food.webp': ['1f372', 'f1dd70cf8e2fe4e791c032f4b594170d1f366cbb0d5ef5a641a8c9ab4fd439bb'],
  'radio.webp': ['1f4fb', '8ae429f3d6eeb569899314fd35f3d576df81229fac9761a5f7ff41263acc5aa2'],
  'running-shoe.webp': ['1f45f', '59346be7ae2d9868b2c14953b6757811616c42f9ff7507d594e5572bce12c83e'],
  'sailboat.webp': ['26f5', '58b044cc185eb6ccd627113f0d1232100c9f1d5beec0583b0fa5246c854ff6f0'],
  'shallow-pan.webp': ['1f958', '8ef737e3844bed278d3eab2301a5df1a13e0cb871055d57b8ccdcc7d302a0078'],
  'shuttlecock.webp': ['1f3f8', '6f82ebffee1e8853e201e5ef9fae73885a00670df54a9091f51fe0e5df2470d3'],
  'spiral-calendar.webp': ['1f5d3-fe0f', '5c1195bdb75bdaeba8a70bc3cd9b1c564f94d478d2d7475329faa98faa079b59'],
  'steaming-bowl.webp': ['1f35c', 'd0c39f3c68cb35cd33645ca5ea3a570ccec6f36558254ff529470b2bf0402586'],
  'sun-hat.webp': ['1f452', '5e23fa546e48d13f056d85982b439eb21ed745938b2ef9c07a4aacecbcbd8d15'],
  't-shirt.webp': ['1f455', '3ae3cea68d777d2002ca9899f9a712d6b64d9749cfb333cf46b73e7c097029dd'],
  'table-tennis.webp': ['1f3d3', 'ff095ffd83140defd90c9a468026efee8026ced48c9b61afdaffdf95066406f8'],
  'teacup.webp': ['1f375', '44d8ffef1d5a031b2161f5b6f8f5db0693720a75735001bd582ad7438a99b184'],
  'teapot.webp': ['1fad6', '18639ff552ebf59dcd5308848d0efc919d5706df6efc6f5c821bfce6fc416e0a'],
  'tent.webp': ['26fa', 'aca9a9f6e0e52fd72379dc30505a2449fc5aff5970d94b5e1326e888342cb016'],
  'umbrella.webp': ['2602-fe0f', '835b512d3ea6c5e7b8cd1411e6724b26f908cd2029f91263fc148f27a1735375'],
  'watch.webp': ['231a', 'e71b4451f0e9a4ece8a4bf82f1ccc5a68725fb021c6478afe69f63e394dd4d7a'],
};

/** The demo world's pictures of products: 3D renders of Fluent Emoji (MIT), byte for byte as the package has them. */
export const pictures: BuiltModel = {
  name: 'pictures',
  version: '1.0.0',
  files: Object.fromEntries(Object.entries(FILES).map(([name, [, sha256]]) => [name, sha256])),
  build: async (read) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(FILES).map(
          async ([name, [code]]) => [name, await read(`${PACKAGE}/assets/${code}.webp`)] as const,
        ),
      ),
    ),
};
